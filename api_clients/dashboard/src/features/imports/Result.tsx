import { Plural, Trans, useLingui } from "@lingui/react/macro";
import { Anchor, Button, Card, Group, List, Stack, Text, Title } from "@mantine/core";
import { Link } from "react-router";
import { ConfirmButton } from "@/components/ConfirmButton";
import { Loaded } from "@/components/Loaded";
import { useWord } from "@/lib/own-words";
import { IMPORT_STOP_REASON } from "@/lib/words";
import { type ImportRun, useColumns, useLeft, type useSteps } from "./api";
import { Problems } from "./Problems";

type Steps = ReturnType<typeof useSteps>;

/** What came of an import, and the way back. */
export function Result({ run, steps }: { run: ImportRun; steps: Steps }) {
  const columns = useColumns(run);
  return (
    <Stack gap="md">
      <Card withBorder>
        <Stack gap="xs">
          <Counts run={run} />
          <Buttons run={run} steps={steps} />
        </Stack>
      </Card>
      {run.state === "undone" && run.imported > 0 && <Left run={run} />}
      {run.forgotten_at === null && (
        <Problems run={run} headings={(columns.data?.columns ?? []).map((one) => one.name)} />
      )}
    </Stack>
  );
}

function Counts({ run }: { run: ImportRun }) {
  const word = useWord();
  return (
    <>
      {run.stopped_because && <Text>{word(IMPORT_STOP_REASON, run.stopped_because)}</Text>}
      {run.state === "undone" ? (
        <Text size="lg" fw={600}>
          <Plural value={run.undone} one="# case was taken back." other="# cases were taken back." />
        </Text>
      ) : (
        <Text size="lg" fw={600}>
          <Plural value={run.imported} one="# case was imported." other="# cases were imported." />
        </Text>
      )}
      {run.already_there > 0 && run.state !== "undone" && (
        <Text>
          <Plural
            value={run.already_there}
            one="# row was imported before and was passed over."
            other="# rows were imported before and were passed over."
          />
        </Text>
      )}
      {run.faulty > 0 && run.state !== "undone" && (
        <Text>
          <Plural value={run.faulty} one="# row was left out." other="# rows were left out." />
        </Text>
      )}
      {run.forgotten_at !== null && (
        <Text size="sm" c="dimmed">
          <Trans>The file was destroyed.</Trans>
        </Text>
      )}
    </>
  );
}

function Buttons({ run, steps }: { run: ImportRun; steps: Steps }) {
  const { t } = useLingui();
  const allowed = new Set(run.allowed_steps);
  return (
    <Group gap="xs" mt="xs">
      <Button component={Link} to="/cases" variant="default">
        <Trans>To the cases</Trans>
      </Button>
      {allowed.has("start") && (
        <Button loading={steps.busy} onClick={() => steps.start(true)}>
          <Trans>Go on</Trans>
        </Button>
      )}
      {allowed.has("undo") && (
        <ConfirmButton
          variant="default"
          loading={steps.busy}
          question={t`All cases of this import on which nobody has worked since will be destroyed. The others stay.`}
          onConfirm={steps.undo}
        >
          <Trans>Undo the import</Trans>
        </ConfirmButton>
      )}
      {allowed.has("forget") && (
        <ConfirmButton
          variant="default"
          loading={steps.busy}
          question={t`The file and what was read of it will be destroyed now. The cases stay.`}
          onConfirm={steps.forget}
        >
          <Trans>Destroy the file</Trans>
        </ConfirmButton>
      )}
    </Group>
  );
}

function Left({ run }: { run: ImportRun }) {
  const left = useLeft(run.id, true);
  return (
    <div>
      <Title order={2} size="h4">
        <Trans>These stay, because somebody has worked on them</Trans>
      </Title>
      <Loaded query={left}>
        {(page) => (
          <List>
            {page.results.map((one) => (
              <List.Item key={one.case}>
                <Anchor component={Link} to={`/cases/${one.case}`}>
                  {one.reference}
                </Anchor>
              </List.Item>
            ))}
          </List>
        )}
      </Loaded>
    </div>
  );
}
