import { Trans, useLingui } from "@lingui/react/macro";
import { Button, Card, Group, Select, Stack } from "@mantine/core";
import { useForm } from "@mantine/form";
import { useState } from "react";
import { ProblemAlert } from "@/components/ProblemAlert";
import { $api } from "@/lib/api";
import { fieldErrors } from "@/lib/problems";
import { useSession } from "@/lib/session";
import { TaskFields, type TaskValues } from "./TaskFields";
import { useColleagues } from "./useColleagues";

/** A task in one's own words; for oneself, for a colleague, or for whoever comes first. */
export function NewTask({ caseId, onDone }: { caseId: string; onDone: () => void }) {
  const { t } = useLingui();
  const { me } = useSession();
  const colleagues = useColleagues();
  const [assignee, setAssignee] = useState<string | null>(me.id);
  const form = useForm<TaskValues>({ initialValues: { title: "", due_on: "", due_time: "" } });
  const create = $api.useMutation("post", "/api/v1/cases/{case_id}/tasks/", {
    onSuccess: onDone,
    onError: (problem) => form.setErrors(fieldErrors(problem)),
  });
  const people = [{ value: me.id, label: t`Me` }, ...colleagues.filter((one) => one.value !== me.id)];
  return (
    <Card withBorder padding="sm">
      <form
        onSubmit={form.onSubmit(({ title, due_on, due_time }) =>
          create.mutate({
            params: { path: { case_id: caseId } },
            body: { title, due_on, due_time: due_time || null, assignee },
          }),
        )}
      >
        <Stack gap="sm">
          <TaskFields form={form} />
          <Select
            label={t`Who does it`}
            placeholder={t`Whoever comes first`}
            data={people}
            value={assignee}
            onChange={setAssignee}
            clearable
          />
          <ProblemAlert problem={create.error} />
          <Group gap="xs">
            <Button type="submit" loading={create.isPending}>
              <Trans>Write it down</Trans>
            </Button>
            <Button variant="default" onClick={onDone}>
              <Trans>Cancel</Trans>
            </Button>
          </Group>
        </Stack>
      </form>
    </Card>
  );
}
