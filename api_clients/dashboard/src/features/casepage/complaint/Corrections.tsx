import { Trans, useLingui } from "@lingui/react/macro";
import { Alert, Paper, Stack, Text } from "@mantine/core";
import { Busy } from "@/components/Loaded";
import { ProblemAlert } from "@/components/ProblemAlert";
import { $api } from "@/lib/api";
import { useDates } from "@/lib/dates";
import { at } from "../case";
import { PAGES, useEverything } from "../everything";

/** What the complainant corrected, before the words that it corrects. Nothing stands there where nothing was. */
export function Corrections({ caseId, language }: { caseId: string; language: string | undefined }) {
  const { t } = useLingui();
  const dates = useDates();
  const query = $api.useInfiniteQuery("get", "/api/v1/cases/{case_id}/corrections/", at(caseId), PAGES);
  const corrections = useEverything(query);
  if (query.isPending) return <Busy lines={1} />;
  if (query.error) return <ProblemAlert problem={query.error} onRetry={() => void query.refetch()} />;
  if (corrections.length === 0) return null;
  return (
    <Alert color="yellow" title={t`The complainant corrected this`}>
      <Stack gap="sm">
        <Text size="sm">
          <Trans>The words below stay as they were given. Read them together with what follows.</Trans>
        </Text>
        {corrections.map((one) => (
          <Paper key={one.message} withBorder p="sm" component="article">
            <Text className="words" lang={language}>
              {one.text}
            </Text>
            <Text size="xs" c="dimmed">
              <Trans>Corrected {dates.moment(one.sent_at)}</Trans>
            </Text>
          </Paper>
        ))}
      </Stack>
    </Alert>
  );
}
