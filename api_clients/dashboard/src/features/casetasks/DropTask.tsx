import { Trans, useLingui } from "@lingui/react/macro";
import { Button, Group, Stack } from "@mantine/core";
import { useState } from "react";
import { DraftTextarea } from "@/components/DraftTextarea";
import { ProblemAlert } from "@/components/ProblemAlert";
import { $api, ifMatch, type Schemas } from "@/lib/api";
import { useDraft } from "@/lib/drafts";
import { useSession } from "@/lib/session";

/** A task needs no doing. The reason becomes a note of the case, where colleagues look for it. */
export function DropTask({ task, onDone }: { task: Schemas["Task"]; onDone: () => void }) {
  const { t } = useLingui();
  const draft = useDraft(`task/${task.id}/drop`, "");
  const note = $api.useMutation("post", "/api/v1/cases/{case_id}/notes/");
  const drop = $api.useMutation("post", "/api/v1/tasks/{task_id}/drop/");
  // The note was written and the dropping failed: another try must not write it twice.
  const [noted, setNoted] = useState(false);
  const { may } = useSession();
  const caseId = may("work_cases") ? task.case?.id : undefined;
  const send = async () => {
    const reason = draft.value.trim();
    if (reason && caseId && !noted) {
      const text = `${task.title ?? task.label}: ${reason}`;
      await note.mutateAsync({ params: { path: { case_id: caseId } }, body: { text } });
      setNoted(true);
    }
    await drop.mutateAsync({
      params: { path: { task_id: task.id }, header: { "If-Match": ifMatch(task.version) } },
    });
    draft.clear();
    onDone();
  };
  return (
    <Stack gap="xs">
      {caseId && (
        <DraftTextarea
          draft={draft}
          minRows={2}
          label={t`Why is it not needed?`}
          description={t`Becomes a note of the case.`}
          data-autofocus
        />
      )}
      <ProblemAlert problem={note.error ?? drop.error} />
      <Group gap="xs">
        <Button
          size="xs"
          loading={note.isPending || drop.isPending}
          disabled={Boolean(caseId) && !draft.value.trim()}
          onClick={() => void send().catch(() => undefined)}
        >
          <Trans>Not needed</Trans>
        </Button>
        <Button size="xs" variant="default" onClick={onDone}>
          <Trans>Cancel</Trans>
        </Button>
      </Group>
    </Stack>
  );
}
