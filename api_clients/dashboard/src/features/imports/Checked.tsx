import { Plural, Trans, useLingui } from "@lingui/react/macro";
import { Button, Card, Checkbox, Group, Stack, Text } from "@mantine/core";
import { useState } from "react";
import { type ImportRun, useColumns, type useSteps } from "./api";
import { Problems } from "./Problems";

/** After the dry run: what the import would do, what is wrong, and the button. */
export function Checked({ run, steps }: { run: ImportRun; steps: ReturnType<typeof useSteps> }) {
  const { t } = useLingui();
  const [leaveOut, setLeaveOut] = useState(false);
  const columns = useColumns(run);
  const ready = run.row_count - run.faulty - run.already_there;
  return (
    <Stack gap="md">
      <Card withBorder>
        <Stack gap="xs">
          <Text size="lg" fw={600}>
            <Plural value={ready} one="# row can become a case." other="# rows can become cases." />
          </Text>
          {run.already_there > 0 && (
            <Text>
              <Plural
                value={run.already_there}
                one="# row was imported before and is passed over."
                other="# rows were imported before and are passed over."
              />
            </Text>
          )}
          {run.faulty > 0 && (
            <>
              <Text c="red">
                <Plural
                  value={run.faulty}
                  one="In # row something is wrong."
                  other="In # rows something is wrong."
                />
              </Text>
              <Text size="sm" c="dimmed">
                <Trans>
                  Match columns and values again, or correct the file and send it anew: what was imported by
                  then is known again.
                </Trans>
              </Text>
              <Checkbox
                label={t`Import without the rows in which something is wrong`}
                checked={leaveOut}
                onChange={(event) => setLeaveOut(event.currentTarget.checked)}
              />
            </>
          )}
          <Group mt="xs">
            <Button
              disabled={ready === 0 || (run.faulty > 0 && !leaveOut)}
              loading={steps.busy}
              onClick={() => steps.start(leaveOut)}
            >
              <Plural value={ready} one="Import # case" other="Import # cases" />
            </Button>
          </Group>
        </Stack>
      </Card>
      <Problems run={run} headings={(columns.data?.columns ?? []).map((one) => one.name)} />
    </Stack>
  );
}
