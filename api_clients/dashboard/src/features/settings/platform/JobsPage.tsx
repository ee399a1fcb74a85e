import { Plural, Trans, useLingui } from "@lingui/react/macro";
import { Button, Group, Paper, Stack, Text } from "@mantine/core";
import { Loaded } from "@/components/Loaded";
import { PageTitle } from "@/components/PageTitle";
import { ProblemAlert } from "@/components/ProblemAlert";
import { $api } from "@/lib/api";
import { useDates } from "@/lib/dates";

/** Background work that was given up after many tries; its arguments are shown nowhere. */
export default function JobsPage() {
  const { t } = useLingui();
  const dates = useDates();
  const jobs = $api.useQuery("get", "/api/v1/jobs/dead/", {});
  const retry = $api.useMutation("post", "/api/v1/jobs/dead/{job_id}/retry/");
  const retryAll = $api.useMutation("post", "/api/v1/jobs/dead/retry_all/");
  const count = jobs.data?.results.length ?? 0;
  return (
    <Stack>
      <PageTitle
        name={t`Background work`}
        actions={
          count > 0 && (
            <Button variant="default" loading={retryAll.isPending} onClick={() => retryAll.mutate({})}>
              <Trans>Start all again</Trans>
            </Button>
          )
        }
      />
      <ProblemAlert problem={retry.error ?? retryAll.error} />
      <Loaded query={jobs} empty={t`Nothing was given up.`}>
        {({ results }) => (
          <Stack gap="xs">
            {results.map((one) => (
              <Paper key={one.id} withBorder p="sm">
                <Group justify="space-between" gap="sm">
                  <Stack gap={2} miw={0}>
                    <Text fw={600} style={{ overflowWrap: "anywhere" }}>
                      {one.task}
                    </Text>
                    <Text size="sm" c="dimmed">
                      {one.error} · <Plural value={one.attempts} one="# try" other="# tries" /> ·{" "}
                      {dates.moment(one.given_up_at)}
                    </Text>
                  </Stack>
                  <Button
                    size="xs"
                    variant="default"
                    onClick={() => retry.mutate({ params: { path: { job_id: one.id } } })}
                  >
                    <Trans>Start again</Trans>
                  </Button>
                </Group>
              </Paper>
            ))}
          </Stack>
        )}
      </Loaded>
    </Stack>
  );
}
