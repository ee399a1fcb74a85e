import { Trans, useLingui } from "@lingui/react/macro";
import { Alert, Paper, Stack, Text } from "@mantine/core";
import { useWord } from "@/lib/own-words";
import { SHARED_FIELD } from "@/lib/words";
import { type CaseAsSeen, isOpened, type OpenedCase } from "./case";
import { Complaint } from "./complaint/Complaint";
import { CommonFacts, Fact } from "./facts/Facts";
import { Header } from "./facts/Header";

/** A case of which the reader may know: observers its facts, another partner also what was agreed. */
export function KnownOf({ seen }: { seen: CaseAsSeen }) {
  const { t } = useLingui();
  return (
    <Stack maw={760}>
      <Header seen={seen} />
      <Alert variant="light">
        {isOpened(seen) ? (
          <Trans>Another organisation works this case, and opened a part of it to yours.</Trans>
        ) : (
          <Trans>You see this case without words and names.</Trans>
        )}
      </Alert>
      <Paper withBorder p="md" component="section" aria-label={t`Facts`}>
        <Stack component="dl" gap="xs" m={0}>
          <CommonFacts seen={seen} />
        </Stack>
      </Paper>
      {isOpened(seen) && <Agreed seen={seen} />}
    </Stack>
  );
}

function Agreed({ seen }: { seen: OpenedCase }) {
  const { t } = useLingui();
  const word = useWord();
  return (
    <>
      <Paper withBorder p="md" component="section" aria-label={t`What was opened`}>
        <Stack component="dl" gap="xs" m={0}>
          <Fact label={t`What was opened`}>
            {seen.opened.map((one) => word(SHARED_FIELD, one)).join(" · ")}
          </Fact>
          {seen.contact?.contact_note && (
            <Fact label={t`How to reach them safely`}>{seen.contact.contact_note}</Fact>
          )}
          {seen.result?.outcome_text && <Fact label={t`Outcome`}>{seen.result.outcome_text}</Fact>}
        </Stack>
      </Paper>
      {seen.complaint && <Complaint caseId={seen.id} />}
      <Text size="xs" c="dimmed">
        <Trans>What stands here ends with the agreement.</Trans>
      </Text>
    </>
  );
}
