import { Trans, useLingui } from "@lingui/react/macro";
import { Paper, SimpleGrid, Stack, Text, Title } from "@mantine/core";
import type { ReactNode } from "react";
import { Loaded } from "@/components/Loaded";
import { $api, type Schemas } from "@/lib/api";
import { useDates } from "@/lib/dates";
import { isLanguage, LANGUAGES } from "@/lib/languages";
import { useWord } from "@/lib/own-words";
import { CONTACT_WISH, INTAKE_CHANNEL, VULNERABILITY } from "@/lib/words";
import { at } from "../case";
import { Corrections } from "./Corrections";
import { CAME_AS } from "./kinds";

type Words = Schemas["WordsAsSeen"];

/** The complaint in the citizen's own words, language and script. Nobody edits it. */
export function Complaint({ caseId }: { caseId: string }) {
  const query = $api.useQuery("get", "/api/v1/cases/{case_id}/complaint/", at(caseId));
  return (
    <Loaded query={query}>
      {(words) => (
        <Stack gap="md">
          <Corrections caseId={caseId} language={languageOf(words)} />
          <InTheirWords words={words} />
        </Stack>
      )}
    </Loaded>
  );
}

/** Words of a complaint that are there already. */
export function InTheirWords({ words }: { words: Words }) {
  const { t } = useLingui();
  const dates = useDates();
  const language = languageOf(words);
  return (
    <Stack gap="md">
      <Paper withBorder p="md" component="blockquote" m={0} lang={language}>
        <Text className="words">{words.narrative}</Text>
      </Paper>
      {words.wish && (
        <Part title={t`What they wish for`}>
          <Text size="sm" className="words" lang={language}>
            {words.wish}
          </Text>
        </Part>
      )}
      <Part title={t`About it`}>
        <About words={words} />
      </Part>
      {words.answers.length > 0 && (
        <Part title={t`Answers to the form`}>
          <Stack component="dl" gap="xs" m={0}>
            {words.answers.map((answer) => (
              <div key={answer.question}>
                <Text component="dt" size="xs" c="dimmed">
                  {answer.label}
                </Text>
                <Text component="dd" size="sm" m={0} className="words" lang={language}>
                  {answer.lines.join("\n")}
                </Text>
              </div>
            ))}
          </Stack>
        </Part>
      )}
      {words.hidden_reasons.length > 0 && (
        <Text size="sm">
          <Trans>Some words are hidden from you; a bar stands in their place.</Trans>
        </Text>
      )}
      <Text size="xs" c="dimmed">
        <Trans>
          Received {dates.moment(words.received_at)}. These are the complainant's own words; the name is kept
          apart.
        </Trans>
      </Text>
    </Stack>
  );
}

function languageOf(words: Words) {
  return isLanguage(words.language) ? words.language : undefined;
}

function About({ words }: { words: Words }) {
  const { t } = useLingui();
  const dates = useDates();
  const known = useKnown();
  const rows: [string, ReactNode][] = [
    [t`Complainant`, known(CAME_AS, words.complainant_kind)],
    [t`Language`, isLanguage(words.language) ? LANGUAGES[words.language] : words.language],
    [t`Came`, known(INTAKE_CHANNEL, words.channel)],
    [t`Happened`, words.happened_on && dates.day(words.happened_on)],
    [t`Category`, words.category?.name],
    [t`Institution`, words.institution?.name],
    [t`Place`, words.place?.name],
    [t`Wants to be reached`, words.contact_wish && known(CONTACT_WISH, words.contact_wish)],
    [t`How to reach them safely`, words.contact_note],
    [t`Vulnerable as`, words.vulnerability?.map((one) => known(VULNERABILITY, one)).join(", ")],
  ];
  return (
    <SimpleGrid component="dl" cols={{ base: 1, xs: 2 }} spacing="xs" verticalSpacing="xs" m={0}>
      {rows
        .filter(([, value]) => value)
        .map(([label, value]) => (
          <div key={label}>
            <Text component="dt" size="xs" c="dimmed">
              {label}
            </Text>
            <Text component="dd" size="sm" m={0}>
              {value}
            </Text>
          </div>
        ))}
    </SimpleGrid>
  );
}

/** A word for a code that the description gives as plain text. */
function useKnown() {
  const word = useWord();
  return <Code extends string>(words: Parameters<typeof word<Code>>[0], code: string) =>
    word(words, code as Code);
}

function Part({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section>
      <Title order={3} size="h6" mb={4}>
        {title}
      </Title>
      {children}
    </section>
  );
}
