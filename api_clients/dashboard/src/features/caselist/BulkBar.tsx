import { Plural, Trans, useLingui } from "@lingui/react/macro";
import { Alert, Button, Group, List, Modal, Paper, Progress, Stack, Text } from "@mantine/core";
import { IconTags, IconUserCheck, IconX } from "@tabler/icons-react";
import { useState } from "react";
import { Link } from "react-router";
import { ProblemAlert } from "@/components/ProblemAlert";
import { useSession } from "@/lib/session";
import { AssignForm, TagForm } from "./BulkForms";
import { type Outcome, type Step, useBulk } from "./bulk";
import { ExportMenu } from "./ExportMenu";
import type { Column, Filters, Ordering } from "./search";
import type { Selection } from "./useSelection";

interface Props {
  selection: Selection;
  columns: Column[];
  filters: Filters;
  ordering: Ordering;
}

const MOST_EXPORTED = 1000;

/** What can be done with all that is chosen; then what became of each. */
export function BulkBar({ selection, columns, filters, ordering }: Props) {
  const { t } = useLingui();
  const { may } = useSession();
  const [asking, setAsking] = useState<"assign" | "tag" | null>(null);
  const [outcome, setOutcome] = useState<Outcome | null>(null);
  const { run, progress } = useBulk();
  const take = async (step: Step) => {
    setAsking(null);
    setOutcome(await run(selection.rows, step));
    selection.clear();
  };
  return (
    <>
      {selection.size > 0 && (
        <Paper
          withBorder
          shadow="md"
          p="xs"
          role="region"
          aria-label={t`Chosen cases`}
          style={{ position: "sticky", bottom: 8, zIndex: 5 }}
        >
          {progress && (
            <Progress value={(100 * progress.told) / progress.of} animated mb="xs" aria-label={t`Progress`} />
          )}
          <Group gap="xs">
            <Text size="sm" fw={600} aria-live="polite">
              <Plural value={selection.size} one="# case chosen" other="# cases chosen" />
            </Text>
            {(may("work_cases") || may("assign_cases")) && (
              <Button
                size="xs"
                leftSection={<IconUserCheck size={16} aria-hidden />}
                loading={progress !== null}
                onClick={() => setAsking("assign")}
              >
                <Trans>Assign</Trans>
              </Button>
            )}
            {may("triage_cases") && (
              <Button
                size="xs"
                leftSection={<IconTags size={16} aria-hidden />}
                loading={progress !== null}
                onClick={() => setAsking("tag")}
              >
                <Trans>Tags</Trans>
              </Button>
            )}
            <ExportMenu
              columns={columns}
              filters={filters}
              ordering={ordering}
              cases={selection.rows.map((row) => row.id)}
              disabled={selection.size > MOST_EXPORTED}
            />
            <Button
              size="xs"
              variant="subtle"
              leftSection={<IconX size={16} aria-hidden />}
              onClick={selection.clear}
            >
              <Trans>Choose none</Trans>
            </Button>
          </Group>
        </Paper>
      )}
      <Modal
        opened={asking === "assign"}
        onClose={() => setAsking(null)}
        title={t`Who works these cases?`}
        closeButtonProps={{ "aria-label": t`Close` }}
      >
        <AssignForm onTake={(step) => void take(step)} />
      </Modal>
      <Modal
        opened={asking === "tag"}
        onClose={() => setAsking(null)}
        title={t`Tags of these cases`}
        closeButtonProps={{ "aria-label": t`Close` }}
      >
        <TagForm rows={selection.rows} onTake={(step) => void take(step)} />
      </Modal>
      <Modal
        opened={outcome !== null}
        onClose={() => setOutcome(null)}
        title={t`What became of them`}
        size="lg"
        closeButtonProps={{ "aria-label": t`Close` }}
      >
        {outcome && <Told outcome={outcome} />}
      </Modal>
    </>
  );
}

function Told({ outcome: { done, refused, problem, untold } }: { outcome: Outcome }) {
  return (
    <Stack>
      {done.length > 0 && (
        <Alert color="teal">
          <Plural value={done.length} one="# case was changed." other="# cases were changed." />
        </Alert>
      )}
      {refused.length > 0 && (
        <Stack gap="xs">
          <Text fw={600} size="sm">
            <Plural
              value={refused.length}
              one="# case stayed as it was:"
              other="# cases stayed as they were:"
            />
          </Text>
          <List size="sm">
            {refused.map(({ row, reason }) => (
              <List.Item key={row.id}>
                <Link to={`/cases/${row.id}`}>{row.reference}</Link>: {reason}
              </List.Item>
            ))}
          </List>
        </Stack>
      )}
      <ProblemAlert problem={problem} />
      {untold.length > 0 && (
        <Stack gap="xs">
          <Text size="sm">
            <Trans>It broke off here. Look at these again before you repeat the step:</Trans>
          </Text>
          <Text size="sm">{untold.map((row) => row.reference).join(", ")}</Text>
        </Stack>
      )}
    </Stack>
  );
}
