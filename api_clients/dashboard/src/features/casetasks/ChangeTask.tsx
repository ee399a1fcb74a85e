import { Trans } from "@lingui/react/macro";
import { Button, Group, Stack } from "@mantine/core";
import { useForm } from "@mantine/form";
import { ProblemAlert } from "@/components/ProblemAlert";
import { $api, ifMatch, type Schemas } from "@/lib/api";
import { fieldErrors } from "@/lib/problems";
import { TaskFields, type TaskValues } from "./TaskFields";

/** Other words, another day. */
export function ChangeTask({ task, onDone }: { task: Schemas["Task"]; onDone: () => void }) {
  const form = useForm<TaskValues>({
    initialValues: { title: task.title ?? "", due_on: task.due_on, due_time: task.due_time ?? "" },
  });
  const change = $api.useMutation("patch", "/api/v1/tasks/{task_id}/", {
    onSuccess: onDone,
    onError: (problem) => form.setErrors(fieldErrors(problem)),
  });
  return (
    <form
      onSubmit={form.onSubmit(({ title, due_on, due_time }) =>
        change.mutate({
          params: { path: { task_id: task.id }, header: { "If-Match": ifMatch(task.version) } },
          body: { title, due_on, due_time: due_time || null },
        }),
      )}
    >
      <Stack gap="sm">
        <TaskFields form={form} />
        <ProblemAlert problem={change.error} />
        <Group gap="xs">
          <Button size="xs" type="submit" loading={change.isPending}>
            <Trans>Save</Trans>
          </Button>
          <Button size="xs" variant="default" onClick={onDone}>
            <Trans>Cancel</Trans>
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
