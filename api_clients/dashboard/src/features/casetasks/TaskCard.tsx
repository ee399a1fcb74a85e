import { Trans, useLingui } from "@lingui/react/macro";
import { Badge, Button, Card, Group, Select, Stack, Text } from "@mantine/core";
import { useState } from "react";
import { ConfirmButton } from "@/components/ConfirmButton";
import { Due } from "@/components/Due";
import { ProblemAlert } from "@/components/ProblemAlert";
import { $api, ifMatch, type Schemas } from "@/lib/api";
import { useDates } from "@/lib/dates";
import { useWord } from "@/lib/own-words";
import { useSession } from "@/lib/session";
import { TASK_STATE } from "@/lib/words";
import { ChangeTask } from "./ChangeTask";
import { DropTask } from "./DropTask";
import { useColleagues } from "./useColleagues";

type Task = Schemas["Task"];

/** One thing to do, with what this person may do with it. */
export function TaskCard({ task }: { task: Task }) {
  const [form, setForm] = useState<"drop" | "change" | null>(null);
  const open = task.state === "open";
  return (
    <Card withBorder padding="sm" component="article" aria-label={task.title ?? task.label}>
      <Stack gap="xs">
        <Group justify="space-between" gap="xs" align="flex-start">
          <Stack gap={2} flex={1} miw={180}>
            <Text fw={600} td={open ? undefined : "line-through"}>
              {task.title ?? task.label}
            </Text>
            <Facts task={task} />
          </Stack>
          <State task={task} />
        </Group>
        {form === "drop" && <DropTask task={task} onDone={() => setForm(null)} />}
        {form === "change" && <ChangeTask task={task} onDone={() => setForm(null)} />}
        {form === null && <Steps task={task} onForm={setForm} />}
      </Stack>
    </Card>
  );
}

function Facts({ task }: { task: Task }) {
  const dates = useDates();
  const who = task.assignee?.name;
  const by = task.done_by?.name;
  return (
    <Text size="sm" c="dimmed" component="div">
      <Due day={task.due_on} done={task.state !== "open"} />
      {task.due_time && ` · ${task.due_time}`}
      {" · "}
      {who ?? <Trans>nobody’s yet</Trans>}
      {task.made_by === "rule" && (
        <>
          {" · "}
          <Trans>came by itself</Trans>
        </>
      )}
      {task.done_at && ` · ${dates.moment(task.done_at)}${by ? ` · ${by}` : ""}`}
    </Text>
  );
}

function State({ task }: { task: Task }) {
  const word = useWord();
  if (task.state === "open") return null;
  return (
    <Badge color={task.state === "done" ? "green" : "gray"} variant="dot" tt="none">
      {word(TASK_STATE, task.state)}
    </Badge>
  );
}

function Steps({ task, onForm }: { task: Task; onForm: (form: "drop" | "change") => void }) {
  const may = new Set(task.allowed_actions);
  const done = $api.useMutation("post", "/api/v1/tasks/{task_id}/done/");
  const take = $api.useMutation("post", "/api/v1/tasks/{task_id}/take/");
  if (may.size === 0) return null;
  const params = { path: { task_id: task.id }, header: { "If-Match": ifMatch(task.version) } };
  return (
    <>
      <Group gap="xs">
        {may.has("done") && (
          <Button size="xs" loading={done.isPending} onClick={() => done.mutate({ params })}>
            <Trans>Done</Trans>
          </Button>
        )}
        {may.has("take") && (
          <Button
            size="xs"
            variant="default"
            loading={take.isPending}
            onClick={() => take.mutate({ params })}
          >
            <Trans>I do it</Trans>
          </Button>
        )}
        {may.has("change") && (
          <Button size="xs" variant="default" onClick={() => onForm("change")}>
            <Trans>Change</Trans>
          </Button>
        )}
        {may.has("drop") && (
          <Button size="xs" variant="subtle" onClick={() => onForm("drop")}>
            <Trans>Not needed</Trans>
          </Button>
        )}
        {may.has("assign") && <Assign task={task} />}
      </Group>
      <ProblemAlert problem={done.error ?? take.error} />
    </>
  );
}

function Assign({ task }: { task: Task }) {
  const { t } = useLingui();
  const { may } = useSession();
  const people = useColleagues();
  const assign = $api.useMutation("post", "/api/v1/tasks/{task_id}/assign/");
  const give = (assignee: string | null) =>
    assign.mutate({
      params: { path: { task_id: task.id }, header: { "If-Match": ifMatch(task.version) } },
      body: { assignee },
    });
  return (
    <>
      {task.assignee && (
        <ConfirmButton
          size="xs"
          variant="subtle"
          question={<Trans>Give this task back to the team?</Trans>}
          onConfirm={() => give(null)}
        >
          <Trans>Give back</Trans>
        </ConfirmButton>
      )}
      {may("assign_cases") && people.length > 0 && (
        <Select
          size="xs"
          w={190}
          aria-label={t`Give this task to`}
          placeholder={t`Give to …`}
          data={people.filter((one) => one.value !== task.assignee?.id)}
          value={null}
          onChange={(id) => id && give(id)}
          searchable
        />
      )}
      <ProblemAlert problem={assign.error} />
    </>
  );
}
