import { useLingui } from "@lingui/react/macro";
import { Group, TextInput } from "@mantine/core";
import type { UseFormReturnType } from "@mantine/form";

export interface TaskValues {
  title: string;
  due_on: string;
  due_time: string;
}

/** What, on which day, and at which hour where it has one. */
export function TaskFields({ form }: { form: UseFormReturnType<TaskValues> }) {
  const { t } = useLingui();
  return (
    <>
      <TextInput
        label={t`What is to be done`}
        maxLength={300}
        required
        data-autofocus
        {...form.getInputProps("title")}
      />
      <Group gap="sm" grow>
        <TextInput type="date" label={t`By which day`} required {...form.getInputProps("due_on")} />
        <TextInput type="time" label={t`At which hour (if it has one)`} {...form.getInputProps("due_time")} />
      </Group>
    </>
  );
}
