import { Trans, useLingui } from "@lingui/react/macro";
import { Anchor, Button, Group, Stack, Text } from "@mantine/core";
import { useState } from "react";
import { Link, useParams } from "react-router";
import { Loaded } from "@/components/Loaded";
import { PageTitle } from "@/components/PageTitle";
import { ProblemAlert } from "@/components/ProblemAlert";
import { useWord } from "@/lib/own-words";
import { IMPORT_STATE } from "@/lib/words";
import { type ImportRun, isBusy, useColumns, useImport, useSteps } from "./api";
import { Checked } from "./Checked";
import { Matching } from "./Matching";
import { Reading, Unreadable } from "./Reading";
import { Result } from "./Result";
import { Working } from "./Working";

/** One import, at whichever step it is. */
export function ImportPage() {
  const { importId = "" } = useParams();
  const run = useImport(importId);
  return (
    <Stack gap="md">
      <Anchor component={Link} to="/settings/import/" size="sm">
        <Trans>All imports</Trans>
      </Anchor>
      <Loaded query={run}>{(one) => <Steps run={one} />}</Loaded>
    </Stack>
  );
}

function Steps({ run }: { run: ImportRun }) {
  const { t } = useLingui();
  const word = useWord();
  // Who goes back to the columns stays there until another dry run has begun.
  const [matchedAgain, matchAgain] = useState<number | null>(null);
  const steps = useSteps(run);
  const matching = run.state === "mapping" || matchedAgain === run.version;
  return (
    <Stack gap="md">
      <div>
        <PageTitle name={run.file_name ?? t`Import`}>
          <span style={{ overflowWrap: "anywhere" }}>{run.file_name ?? t`Import`}</span>
        </PageTitle>
        <Text c="dimmed" role="status">
          {word(IMPORT_STATE, run.state)}
        </Text>
      </div>
      <ProblemAlert problem={steps.problem} />
      {isBusy(run) && <Working run={run} steps={steps} />}
      {run.state === "unreadable" && <Unreadable run={run} steps={steps} />}
      {!isBusy(run) && matching && <ColumnsOf run={run} steps={steps} />}
      {!matching && run.state === "checked" && <Checked run={run} steps={steps} />}
      {!matching && ["done", "stopped", "undone"].includes(run.state) && <Result run={run} steps={steps} />}
      <Group gap="xs">
        {!matching && !isBusy(run) && run.allowed_steps.includes("map") && (
          <Button variant="default" onClick={() => matchAgain(run.version)}>
            <Trans>Match the columns again</Trans>
          </Button>
        )}
      </Group>
    </Stack>
  );
}

function ColumnsOf({ run, steps }: { run: ImportRun; steps: ReturnType<typeof useSteps> }) {
  const columns = useColumns(run);
  return (
    <Loaded query={columns} lines={8}>
      {(told) => (
        <Stack gap="md">
          <Reading told={told} steps={steps} />
          {/* Read another way, the columns are others. */}
          <Matching
            key={`${told.sheet} ${told.header_row} ${told.encoding}`}
            run={run}
            told={told}
            steps={steps}
          />
        </Stack>
      )}
    </Loaded>
  );
}
