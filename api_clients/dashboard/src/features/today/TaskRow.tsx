import { Trans, useLingui } from "@lingui/react/macro";
import { ActionIcon, Button, Menu, Text } from "@mantine/core";
import { notifications } from "@mantine/notifications";
import { IconDots } from "@tabler/icons-react";
import { Link } from "react-router";
import { Due } from "@/components/Due";
import { $api, ifMatch, type Schemas } from "@/lib/api";
import { useWord } from "@/lib/own-words";
import { asProblem } from "@/lib/problems";
import { TASK_KIND } from "@/lib/words";
import { placeOf } from "./places";
import { Row } from "./Row";

type Task = Schemas["Task"];
/** A task of the page, or one of the whole list, which knows less of its case. */
export type AnyTask = Task | Schemas["TaskOfToday"];

/** A task: what it is about, by when, and what can be done with it. */
export function TaskRow({ task }: { task: AnyTask }) {
  const { t } = useLingui();
  const word = useWord();
  const title = task.title ?? word(TASK_KIND, task.kind);
  return (
    <Row
      to={placeOf(task)}
      title={title}
      about={<About task={task} />}
      due={
        <>
          <Due day={task.due_on} />
          {task.due_time && <Text size="sm">{task.due_time}</Text>}
        </>
      }
    >
      <Doing task={task} name={[title, task.case?.reference].filter(Boolean).join(" · ")} label={t`Done`} />
    </Row>
  );
}

function About({ task }: { task: AnyTask }) {
  const { t } = useLingui();
  const more = "institution" in task ? task : null;
  const words = [
    task.case?.reference ?? t`Of another partner; the case is shown once you accept`,
    more?.institution?.name,
    more?.case && (more.case.summary || more.case.category?.name),
    task.assignee?.name,
  ];
  return <>{words.filter(Boolean).join(" · ")}</>;
}

interface Doing {
  task: AnyTask;
  name: string;
  label: string;
}

/** What the server lets this person do, nothing else. */
function Doing({ task, name, label }: Doing) {
  const { t } = useLingui();
  const step = useTaskStep(task);
  const may = (verb: Schemas["TaskAction"]) => task.allowed_actions.includes(verb);
  if (task.kind === "approval_wanted") {
    return (
      <Button component={Link} to={placeOf(task)} size="compact-sm" aria-label={t`Read and approve: ${name}`}>
        <Trans>Read and approve</Trans>
      </Button>
    );
  }
  return (
    <>
      {may("take") && !task.assignee && (
        <Button
          size="compact-sm"
          variant="light"
          data-key="t"
          loading={step.take.isPending}
          onClick={() => step.take.mutate(step.which)}
          aria-label={t`Take: ${name}`}
        >
          <Trans>Take</Trans>
        </Button>
      )}
      {may("done") && (
        <Button
          size="compact-sm"
          variant="default"
          data-key="d"
          loading={step.done.isPending}
          onClick={() => step.done.mutate(step.which)}
          aria-label={`${label}: ${name}`}
        >
          {label}
        </Button>
      )}
      {(may("drop") || (may("take") && task.assignee)) && (
        <Menu position="bottom-end" withinPortal>
          <Menu.Target>
            <ActionIcon variant="subtle" color="gray" aria-label={t`More: ${name}`}>
              <IconDots size={18} aria-hidden />
            </ActionIcon>
          </Menu.Target>
          <Menu.Dropdown>
            {may("drop") && (
              <Menu.Item onClick={() => step.drop.mutate(step.which)}>
                <Trans>Not needed</Trans>
              </Menu.Item>
            )}
            {may("take") && task.assignee && (
              <Menu.Item onClick={() => step.take.mutate(step.which)}>
                <Trans>Take it over</Trans>
              </Menu.Item>
            )}
          </Menu.Dropdown>
        </Menu>
      )}
    </>
  );
}

function useTaskStep(task: AnyTask) {
  const told = {
    onError: (error: unknown) => notifications.show({ color: "red", message: asProblem(error).title }),
  };
  return {
    which: {
      params: { path: { task_id: task.id }, header: { "If-Match": ifMatch(task.version) } },
    },
    done: $api.useMutation("post", "/api/v1/tasks/{task_id}/done/", told),
    drop: $api.useMutation("post", "/api/v1/tasks/{task_id}/drop/", told),
    take: $api.useMutation("post", "/api/v1/tasks/{task_id}/take/", told),
  };
}
