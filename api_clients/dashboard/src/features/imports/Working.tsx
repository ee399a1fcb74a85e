import { Trans } from "@lingui/react/macro";
import { Button, Card, Group, Progress, Stack, Text } from "@mantine/core";
import type { ImportRun, useSteps } from "./api";

/** A worker is at it: how far, and a way to stop. */
export function Working({ run, steps }: { run: ImportRun; steps: ReturnType<typeof useSteps> }) {
  const { done, total } = run.progress;
  const counts = run.state !== "reading";
  return (
    <Card withBorder>
      <Stack gap="sm">
        <Progress
          value={counts && total > 0 ? (done / total) * 100 : 100}
          animated
          aria-label={`${done} / ${total}`}
        />
        {counts && (
          <Text>
            <Trans>
              {done} of {total} rows
            </Trans>
          </Text>
        )}
        <Text size="sm" c="dimmed">
          <Trans>You can leave this page. The work goes on, and you find it here again.</Trans>
        </Text>
        {run.allowed_steps.includes("stop") && (
          <Group>
            <Button variant="default" loading={steps.busy} onClick={steps.stop}>
              <Trans>Stop</Trans>
            </Button>
          </Group>
        )}
      </Stack>
    </Card>
  );
}
