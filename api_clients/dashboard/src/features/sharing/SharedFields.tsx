import { Trans, useLingui } from "@lingui/react/macro";
import { Badge, Checkbox, Group, SimpleGrid, Text } from "@mantine/core";
import type { Schemas } from "@/lib/api";
import { useWord } from "@/lib/own-words";
import { SHARED_FIELD } from "@/lib/words";

export type SharedField = Schemas["SharedField"];
const FIELDS = Object.keys(SHARED_FIELD) as SharedField[];

interface Props {
  value: SharedField[];
  onChange: (fields: SharedField[]) => void;
  error?: React.ReactNode;
  disabled?: boolean;
}

/** What of the case the other partner will read. */
export function FieldsPicker({ value, onChange, error, disabled }: Props) {
  const { t } = useLingui();
  const word = useWord();
  return (
    <Checkbox.Group
      label={t`What they will read`}
      description={t`As little as the help needs. Who the complainant is, is never among it.`}
      value={value}
      onChange={(codes) => onChange(codes as SharedField[])}
      error={error}
    >
      <SimpleGrid cols={{ base: 1, xs: 2 }} mt="xs" spacing="xs">
        {FIELDS.map((code) => (
          <Checkbox key={code} value={code} label={word(SHARED_FIELD, code)} disabled={disabled} />
        ))}
      </SimpleGrid>
    </Checkbox.Group>
  );
}

/** What was agreed. */
export function FieldList({ fields }: { fields: SharedField[] | null }) {
  const word = useWord();
  if (fields === null) {
    return (
      <Text size="sm">
        <Trans>Everything that is read in a case</Trans>
      </Text>
    );
  }
  return (
    <Group gap={4}>
      {fields.map((code) => (
        <Badge key={code} variant="dot" color="gray" tt="none">
          {word(SHARED_FIELD, code)}
        </Badge>
      ))}
    </Group>
  );
}
