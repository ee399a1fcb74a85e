import { Trans, useLingui } from "@lingui/react/macro";
import { Button, Group, Paper, Stack, Text } from "@mantine/core";
import { useMemo } from "react";
import { useDates } from "@/lib/dates";
import { useSession } from "@/lib/session";

export type Samples = Record<string, string>;

/** Values such as a case could have, for a look at a template. */
export function useSamples(): Samples {
  const { t } = useLingui();
  const dates = useDates();
  const partner = useSession().partner?.name ?? "";
  return useMemo(
    () => ({
      reference: "ABC-2026-000123",
      partner,
      contact: t`our office`,
      institution: t`the Municipality`,
      category: t`Delay`,
      place: t`the town`,
      court: t`the District Court`,
      summary: t`The certificate was not issued for three months.`,
      happened_on: dates.day("2026-03-02"),
      received_on: dates.day("2026-03-09"),
      sent_on: dates.day("2026-03-13"),
      due_on: dates.day("2026-04-01"),
      answered_on: dates.day("2026-03-30"),
      outcome: t`Remedied`,
      narrative: t`(the complaint in the citizen's own words)`,
      wish: t`(what the citizen wishes, in own words)`,
      legal_basis: t`Law on the right to information`,
      term: t`10 working days`,
    }),
    [t, dates, partner],
  );
}

/** What can stand in braces; a click puts it at the end of the text. */
export function Placeholders({
  names,
  onInsert,
}: {
  names: readonly string[];
  onInsert: (name: string) => void;
}) {
  const { t } = useLingui();
  return (
    <Stack gap={4} role="group" aria-label={t`Placeholders`}>
      <Text size="sm" fw={500}>
        <Trans>Placeholders</Trans>
      </Text>
      <Group gap={4}>
        {names.map((name) => (
          <Button
            key={name}
            size="compact-xs"
            variant="default"
            onClick={() => onInsert(name)}
            aria-label={t`Insert ${name}`}
          >
            {`{${name}}`}
          </Button>
        ))}
      </Group>
    </Stack>
  );
}

/** A template with example values in place of its placeholders. */
export function Filled({
  title,
  subject,
  text,
  samples,
  lang,
}: {
  title: string;
  subject?: string;
  text: string;
  samples: Samples;
  lang: string;
}) {
  return (
    <Paper withBorder p="md" component="section" aria-label={title} miw={0}>
      <Text size="xs" c="dimmed" mb="xs">
        {title}
      </Text>
      {subject !== undefined && (
        <Text fw={600} lang={lang} mb="sm">
          {filled(subject, samples)}
        </Text>
      )}
      <Text size="sm" lang={lang} style={{ whiteSpace: "pre-wrap", overflowWrap: "anywhere" }}>
        {filled(text, samples)}
      </Text>
    </Paper>
  );
}

/** What is no placeholder stays in its braces: the server says what is wrong with it. */
export function filled(text: string, samples: Samples): string {
  return text.replaceAll(/\{(\w+)\}/g, (whole, name: string) => samples[name] ?? whole);
}
