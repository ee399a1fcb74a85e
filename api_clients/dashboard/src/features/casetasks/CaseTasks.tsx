import { Trans, useLingui } from "@lingui/react/macro";
import { Button, Switch, Text } from "@mantine/core";
import { useState } from "react";
import { Loaded } from "@/components/Loaded";
import { Section } from "@/components/Section";
import { $api, type Schemas } from "@/lib/api";
import { useMayOn } from "@/lib/may";
import { NewTask } from "./NewTask";
import { TaskCard } from "./TaskCard";

/** What is to be done on this case: open tasks first by day, ended ones on demand. */
export function CaseTasks({ caseId }: { caseId: string }) {
  const { t } = useLingui();
  const may = useMayOn(caseId);
  const [ended, setEnded] = useState(false);
  const [writing, setWriting] = useState(false);
  const query = $api.useQuery("get", "/api/v1/cases/{case_id}/tasks/", {
    params: { path: { case_id: caseId }, query: { page_size: 200 } },
  });
  const works = may("work_cases") || may("triage_cases");
  return (
    <Section title={t`Tasks`}>
      <Loaded query={query}>
        {({ results }) => (
          <>
            <TaskList tasks={results.filter((one) => one.state === "open").sort(byDay)} />
            {results.some((one) => one.state !== "open") && (
              <Switch
                checked={ended}
                onChange={(event) => setEnded(event.currentTarget.checked)}
                label={<Trans>Show what is done or was not needed</Trans>}
              />
            )}
            {ended &&
              results
                .filter((one) => one.state !== "open")
                .map((one) => <TaskCard key={one.id} task={one} />)}
          </>
        )}
      </Loaded>
      {works && !writing && (
        <Button variant="default" onClick={() => setWriting(true)} style={{ alignSelf: "flex-start" }}>
          <Trans>Write a task</Trans>
        </Button>
      )}
      {writing && <NewTask caseId={caseId} onDone={() => setWriting(false)} />}
    </Section>
  );
}

function TaskList({ tasks }: { tasks: Schemas["Task"][] }) {
  if (tasks.length === 0) {
    return (
      <Text size="sm" c="dimmed">
        <Trans>Nothing is to be done here at the moment.</Trans>
      </Text>
    );
  }
  return tasks.map((one) => <TaskCard key={one.id} task={one} />);
}

const byDay = (one: Schemas["Task"], other: Schemas["Task"]) => one.due_on.localeCompare(other.due_on);
