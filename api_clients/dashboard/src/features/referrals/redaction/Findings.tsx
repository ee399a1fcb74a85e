import { Trans, useLingui } from "@lingui/react/macro";
import { Alert, Button, Group, List, Stack, Text } from "@mantine/core";
import { IconCircleCheck } from "@tabler/icons-react";
import type { Schemas } from "@/lib/api";
import { Mark } from "../Marks";
import type { Hidden } from "./places";

type Finding = Schemas["Finding"];

/** Which sort of thing was found, as a reason for hiding it. */
const REASON: Record<Schemas["FindingKind"], Schemas["HidingReason"]> = {
  email: "contact",
  phone: "contact",
  personal_number: "number",
  document_number: "number",
  iban: "number",
  card: "number",
  plate: "number",
  long_number: "number",
  restricted_person: "name",
};

interface Props {
  findings: Finding[];
  onHide: (place: Hidden) => void;
  busy: boolean;
}

/** What looks like personal data in all that leaves. In the complainant's words it can be blacked out at once. */
export function Findings({ findings, onHide, busy }: Props) {
  const { t } = useLingui();
  if (findings.length === 0) {
    return (
      <Alert color="teal" icon={<IconCircleCheck aria-hidden />} p="sm">
        <Trans>
          Nothing was found that looks like personal data. Names of people, addresses and what files contain
          are not looked for: read it yourself.
        </Trans>
      </Alert>
    );
  }
  return (
    <Stack gap="xs">
      <Text size="sm">
        <Trans>This looks like personal data. Not everything that is one is found.</Trans>
      </Text>
      <List spacing={6} aria-label={t`What was found`}>
        {findings.map((one) => (
          <List.Item key={`${one.where} ${one.start}`}>
            <Group gap="xs">
              <Mark tone="orange">{one.label}</Mark>
              <Text span fw={600} size="sm" style={{ overflowWrap: "anywhere" }}>
                {one.text}
              </Text>
              <Text span size="sm" c="dimmed">
                <Where where={one.where} />
              </Text>
              {one.where.startsWith("annex.") && (
                <Button
                  size="compact-xs"
                  variant="default"
                  loading={busy}
                  onClick={() => onHide(hiddenOf(one))}
                >
                  <Trans>Black out</Trans>
                </Button>
              )}
            </Group>
          </List.Item>
        ))}
      </List>
    </Stack>
  );
}

function hiddenOf({ where, kind, start, end }: Finding): Hidden {
  return { part: where === "annex.wish" ? "wish" : "narrative", reason: REASON[kind] ?? "other", start, end };
}

function Where({ where }: { where: string }) {
  if (where.startsWith("attachments.")) return <Trans>in the title of an attachment</Trans>;
  if (where === "annex.narrative") return <Trans>in the complainant's narrative</Trans>;
  if (where === "annex.wish") return <Trans>in the complainant's wish</Trans>;
  if (where.startsWith("parts.1.")) return <Trans>in the letter's second language</Trans>;
  return where.endsWith("subject") ? <Trans>in the subject</Trans> : <Trans>in the letter</Trans>;
}
