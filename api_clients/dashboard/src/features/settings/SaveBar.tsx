import { Trans } from "@lingui/react/macro";
import { Button, Group, Stack, Text } from "@mantine/core";
import type { ReactNode } from "react";
import { ProblemAlert } from "@/components/ProblemAlert";
import { type Field, StaleSave } from "@/components/StaleSave";
import type { Edited } from "@/components/useEdited";

interface Props<Values extends object> {
  edited: Edited<Values>;
  fields: Field<Values>[];
  children?: ReactNode;
}

/** Save and throw away, at the end of a form; what stands against it; both versions where two people saved. */
export function SaveBar<Values extends object>({ edited, fields, children }: Props<Values>) {
  return (
    <Stack gap="sm">
      {edited.restored && edited.dirty && (
        <Text size="sm" role="status">
          <Trans>What you had changed here earlier was kept. It is not saved yet.</Trans>
        </Text>
      )}
      <ProblemAlert problem={edited.problem} />
      <Group gap="sm">
        <Button onClick={() => void edited.submit()} loading={edited.busy} disabled={!edited.dirty}>
          <Trans>Save</Trans>
        </Button>
        <Button variant="default" onClick={edited.discard} disabled={!edited.dirty || edited.busy}>
          <Trans>Discard changes</Trans>
        </Button>
        {children}
      </Group>
      <StaleSave
        clash={edited.clash}
        fields={fields}
        onResolve={(values, version) => void edited.resolve(values, version)}
        onDismiss={edited.dismiss}
      />
    </Stack>
  );
}
