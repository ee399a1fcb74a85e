import { useLingui } from "@lingui/react/macro";
import { Badge, Group } from "@mantine/core";
import { LOUD, PARTS, type Part, type Today } from "./parts";
import { anchor, countOf } from "./Section";

/** How much of what there is; each number leads to its part. */
export function Strip({ today, parts }: { today: Today; parts: readonly Part[] }) {
  const { t, i18n } = useLingui();
  if (parts.length < 2) return null;
  return (
    <Group gap="xs" component="nav" aria-label={t`Parts of the day`}>
      {parts.map((part) => (
        <Badge
          key={part}
          component="a"
          href={`#${anchor(part)}`}
          size="lg"
          variant={LOUD.has(part) ? "filled" : "light"}
          color={LOUD.has(part) ? "red" : undefined}
          tt="none"
          fw={500}
          style={{ cursor: "pointer" }}
        >
          {i18n._(PARTS[part].title)} · {countOf(today[part])}
        </Badge>
      ))}
    </Group>
  );
}
