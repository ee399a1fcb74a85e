import { Trans, useLingui } from "@lingui/react/macro";
import { Badge, Group, Paper, Stack, Text } from "@mantine/core";
import { Loaded } from "@/components/Loaded";
import { $api, type Schemas, STEADY } from "@/lib/api";
import { useWord } from "@/lib/own-words";
import { SILENCE, TERM_UNIT } from "@/lib/words";
import { CERTAINTY } from "./certainty";

type Term = Schemas["Term"];

/** The terms by which institutions have to answer: read, with where they come from and how sure that is. */
export function DeadlineRules({ country }: { country: Schemas["PartnerCountry"] }) {
  const { t } = useLingui();
  const rules = $api.useQuery(
    "get",
    "/api/v1/deadline-rules/",
    { params: { query: { country, page_size: 200 } } },
    STEADY,
  );
  return (
    <Loaded query={rules} empty={t`No terms are known for this country.`}>
      {({ results }) => (
        <Stack gap="xs">
          {results.map((one) => (
            <Rule key={one.code} rule={one} />
          ))}
        </Stack>
      )}
    </Loaded>
  );
}

function Rule({ rule }: { rule: Schemas["DeadlineRule"] }) {
  const { t } = useLingui();
  const word = useWord();
  const term = ({ number, unit }: Term) => `${number} · ${word(TERM_UNIT, unit)}`;
  const facts: [string, string | null][] = [
    [t`Term`, term(rule)],
    [t`Extension`, rule.extension && term(rule.extension)],
    [t`Appeal`, rule.appeal && term(rule.appeal)],
    [t`Silence`, word(SILENCE, rule.silence)],
    [t`Source`, rule.source],
    [t`Looked up`, rule.verified_on],
  ];
  return (
    <Paper withBorder p="sm">
      <Stack gap={4}>
        <Group gap="xs">
          <Text fw={600}>{rule.title}</Text>
          <Badge
            variant="light"
            tt="none"
            color={
              rule.certainty === "verified" ? "green" : rule.certainty === "secondary" ? "yellow" : "red"
            }
          >
            {word(CERTAINTY, rule.certainty)}
          </Badge>
        </Group>
        <Text size="sm" c="dimmed">
          {rule.law}
          {rule.article && `, ${rule.article}`}
        </Text>
        {facts.map(
          ([name, value]) =>
            value && (
              <Text key={name} size="sm" style={{ overflowWrap: "anywhere" }}>
                <Text span c="dimmed" size="sm">
                  {name}:
                </Text>{" "}
                {value}
              </Text>
            ),
        )}
        {rule.notice && (
          <Text size="sm" c="orange">
            {rule.notice}
          </Text>
        )}
        {rule.roll && (
          <Text size="xs" c="dimmed">
            <Trans>A last day that is free rolls to the next working day.</Trans>
          </Text>
        )}
      </Stack>
    </Paper>
  );
}
