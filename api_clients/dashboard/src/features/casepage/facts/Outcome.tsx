import { Trans, useLingui } from "@lingui/react/macro";
import { Alert, Paper, Rating, Stack, Text, Title } from "@mantine/core";
import { useDates } from "@/lib/dates";
import { useWord } from "@/lib/own-words";
import { CASE_OUTCOME, INADMISSIBLE_REASON } from "@/lib/words";
import { type Case, useThisCase } from "../case";
import { Fact } from "./Facts";

/** How it ended, what the complainant was told, and what the complainant says to it. */
export function Outcome() {
  const { t } = useLingui();
  const word = useWord();
  const dates = useDates();
  const one = useThisCase();
  if (!one.outcome && !one.inadmissible_reason && !one.satisfaction) return null;
  return (
    <Paper withBorder p="md" component="section" aria-label={t`Outcome`}>
      <Title order={2} size="h5" mb="xs">
        <Trans>Outcome</Trans>
      </Title>
      <Stack component="dl" gap="xs" m={0}>
        {one.outcome && <Fact label={t`How it ended`}>{word(CASE_OUTCOME, one.outcome)}</Fact>}
        {one.inadmissible_reason && (
          <Fact label={t`Why it is inadmissible`}>
            {word(INADMISSIBLE_REASON, one.inadmissible_reason as keyof typeof INADMISSIBLE_REASON)}
          </Fact>
        )}
        {one.advice && <Fact label={t`Advice to the complainant`}>{one.advice}</Fact>}
        {one.outcome_text && <Fact label={t`What the complainant reads`}>{one.outcome_text}</Fact>}
        {one.impact && <Fact label={t`What has changed`}>{one.impact}</Fact>}
        {one.value_recovered && (
          <Fact label={t`Money returned`}>{`${one.value_recovered} ${one.value_currency}`}</Fact>
        )}
        {one.resolved_at && <Fact label={t`Resolved`}>{dates.day(one.resolved_at)}</Fact>}
        {one.closed_at && <Fact label={t`Closed`}>{dates.day(one.closed_at)}</Fact>}
      </Stack>
      {one.satisfaction && <Satisfied said={one.satisfaction} />}
    </Paper>
  );
}

function Satisfied({ said }: { said: NonNullable<Case["satisfaction"]> }) {
  const { t } = useLingui();
  const answer = (value: boolean | null) => (value === null ? t`not said` : value ? t`yes` : t`no`);
  return (
    <Stack component="dl" gap="xs" m={0} mt="sm">
      {said.asks_reopening && (
        <Alert color="yellow" variant="light">
          <Trans>The complainant asks to take the case up again.</Trans>
        </Alert>
      )}
      <Fact label={t`The complainant rates the outcome`}>
        <Rating value={said.outcome} readOnly aria-label={t`${said.outcome} of 5`} />
      </Fact>
      <Fact label={t`and how they were treated`}>
        <Rating value={said.process} readOnly aria-label={t`${said.process} of 5`} />
      </Fact>
      <Fact label={t`Felt safe`}>{answer(said.felt_safe)}</Fact>
      <Fact label={t`Would use it again`}>{answer(said.would_use_again)}</Fact>
      {said.comment && (
        <Fact label={t`Comment`}>
          <Text span size="sm" className="words">
            {said.comment}
          </Text>
        </Fact>
      )}
    </Stack>
  );
}
