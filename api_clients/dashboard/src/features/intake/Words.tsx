import { Trans, useLingui } from "@lingui/react/macro";
import { Group, Stack, Text } from "@mantine/core";
import type { ReactNode } from "react";
import type { Schemas } from "@/lib/api";
import { useDates } from "@/lib/dates";
import { isLanguage, LANGUAGES } from "@/lib/languages";
import { useWord } from "@/lib/own-words";
import { COMPLAINANT_KIND, CONTACT_WISH, INTAKE_CHANNEL, VULNERABILITY } from "@/lib/words";

type Said = Schemas["Words"];

/** What the citizen said, as it was said: in its own language, never shortened. */
export function Words({ said }: { said: Said }) {
  const { t } = useLingui();
  const word = useWord();
  const dates = useDates();
  const facts: [string, string | null | undefined][] = [
    [t`Language`, isLanguage(said.language) ? LANGUAGES[said.language] : said.language],
    [t`Came`, `${word(INTAKE_CHANNEL, said.channel)}, ${dates.moment(said.received_at)}`],
    [t`Known as`, word(COMPLAINANT_KIND, said.complainant_kind)],
    [t`Happened on`, said.happened_on && dates.day(said.happened_on)],
    [t`Category`, said.category?.name],
    [t`Institution`, said.institution?.name],
    [t`Place`, said.place?.name],
    [t`To be reached`, [word(CONTACT_WISH, said.contact_wish), said.contact_note].filter(Boolean).join(": ")],
    [t`Vulnerable as`, said.vulnerability.map((one) => word(VULNERABILITY, one)).join(", ")],
  ];
  return (
    <Stack gap="sm">
      <Text
        lang={said.language}
        component="blockquote"
        m={0}
        className="said"
        style={{ whiteSpace: "pre-wrap" }}
      >
        {said.narrative}
      </Text>
      {said.wish && (
        <Fact name={t`What is wished for`}>
          <span lang={said.language}>{said.wish}</span>
        </Fact>
      )}
      {facts.map(([name, value]) => value && <Fact key={name} name={name} children={value} />)}
      <Answers said={said} />
    </Stack>
  );
}

/** The partner's own questions, with the words that were asked. */
function Answers({ said }: { said: Said }) {
  if (said.answers.length === 0) return null;
  return (
    <Stack gap={4}>
      <Text fw={600} size="sm">
        <Trans>Answers to your form's own questions</Trans>
      </Text>
      {said.answers.map((one) => (
        <Fact key={one.question} name={one.label}>
          {shown(one.value)}
        </Fact>
      ))}
    </Stack>
  );
}

function shown(value: unknown): string {
  if (Array.isArray(value)) return value.join(", ");
  return value === null || value === undefined ? "–" : String(value);
}

function Fact({ name, children }: { name: string; children: ReactNode }) {
  return (
    <Group gap="xs" align="baseline" wrap="wrap">
      <Text size="sm" c="dimmed" miw={110}>
        {name}
      </Text>
      <Text size="sm" style={{ flex: "1 1 180px", minWidth: 0, overflowWrap: "anywhere" }}>
        {children}
      </Text>
    </Group>
  );
}
