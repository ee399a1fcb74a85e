import { Trans, useLingui } from "@lingui/react/macro";
import { Card, CloseButton, Group, Select, Stack, Text, TextInput, Title } from "@mantine/core";
import type { Field, Target } from "./api";
import { CodePicker } from "./CodePicker";
import { type Draft, isCoded } from "./draft";

interface Props {
  targets: readonly Target[];
  draft: Draft;
  onChange: (constants: Draft["constants"]) => void;
}

/** What is the same for all rows, or for those in which nothing else stands. */
export function Constants({ targets, draft, onChange }: Props) {
  const { t } = useLingui();
  const named = new Set(Object.values(draft.columns).map((one) => one.field));
  const possible = targets.filter((one) => one.constant);
  const shown = possible.filter(
    (one) => draft.constants[one.field] !== undefined || (one.required && !named.has(one.field)),
  );
  const more = possible.filter((one) => !shown.includes(one));
  const set = (field: Field, value: string | undefined) => {
    const { [field]: _before, ...others } = draft.constants;
    onChange(value === undefined ? others : { ...others, [field]: value });
  };
  return (
    <Card withBorder>
      <Stack gap="sm">
        <div>
          <Title order={2} size="h4">
            <Trans>The same for all rows</Trans>
          </Title>
          <Text size="sm" c="dimmed">
            <Trans>It holds wherever nothing else stands in the row.</Trans>
          </Text>
        </div>
        {shown.map((one) => (
          <Group key={one.field} align="flex-end" gap="xs" wrap="nowrap">
            <div style={{ flex: 1, minWidth: 0 }}>
              <Constant
                target={one}
                value={draft.constants[one.field] ?? ""}
                onChange={(v) => set(one.field, v)}
              />
            </div>
            {draft.constants[one.field] !== undefined && (
              <CloseButton
                aria-label={t`Take away: ${one.name}`}
                size="lg"
                onClick={() => set(one.field, undefined)}
              />
            )}
          </Group>
        ))}
        <Select
          label={t`Add a field`}
          searchable
          nothingFoundMessage={t`Nothing found`}
          data={more.map((one) => ({ value: one.field, label: one.name }))}
          value={null}
          onChange={(field) => field && set(field as Field, "")}
        />
      </Stack>
    </Card>
  );
}

function Constant({
  target,
  value,
  onChange,
}: {
  target: Target;
  value: string;
  onChange: (value: string) => void;
}) {
  if (isCoded(target.holds)) {
    return (
      <CodePicker
        target={target}
        label={target.name}
        value={value || null}
        onChange={(code) => onChange(code ?? "")}
        required={target.required}
      />
    );
  }
  return (
    <TextInput
      type={target.holds === "date" ? "date" : "text"}
      label={target.name}
      required={target.required}
      maxLength={target.longest ?? undefined}
      value={value}
      onChange={(event) => onChange(event.currentTarget.value)}
    />
  );
}
