import { Trans } from "@lingui/react/macro";
import { Badge, Group, Text } from "@mantine/core";
import type { Schemas } from "@/lib/api";
import { LANGUAGES } from "@/lib/languages";
import { useWord } from "@/lib/own-words";
import { URGENCY } from "@/lib/words";
import { FieldList } from "./SharedFields";

const COLORS: Record<Schemas["Urgency"], string> = { routine: "gray", soon: "orange", urgent: "red" };

/** Need, area, language, how soon, and what acceptance opens: all that is seen of a person before. */
export function AskedFor({ asked }: { asked: Schemas["AskedFor"] | Schemas["PartnerReferralRow"] }) {
  const word = useWord();
  return (
    <>
      <Group gap="xs">
        <Text size="sm" fw={600}>
          {asked.need.name}
        </Text>
        <Badge color={COLORS[asked.urgency]} variant="dot" tt="none">
          {word(URGENCY, asked.urgency)}
        </Badge>
      </Group>
      <Text size="sm">{[asked.place?.name, LANGUAGES[asked.language]].filter(Boolean).join(" · ")}</Text>
      <Text size="xs" c="dimmed">
        <Trans>Opens when it is accepted:</Trans>
      </Text>
      <FieldList fields={asked.fields} />
    </>
  );
}
