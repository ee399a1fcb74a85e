import { Trans, useLingui } from "@lingui/react/macro";
import { Button, Group, Stack } from "@mantine/core";
import { DraftTextarea } from "@/components/DraftTextarea";
import { ProblemAlert } from "@/components/ProblemAlert";
import { $api } from "@/lib/api";
import { useDraft } from "@/lib/drafts";
import { at, useMay, useThisCase } from "../case";

/** A note for colleagues; neither the complainant nor an institution ever sees it. */
export function NoteBox() {
  const { t } = useLingui();
  const one = useThisCase();
  const draft = useDraft(`case/${one.id}/note`, "");
  const writing = $api.useMutation("post", "/api/v1/cases/{case_id}/notes/", { onSuccess: draft.clear });
  if (!useMay("note")) return null;
  const text = draft.value.trim();
  const send = () => text && writing.mutate({ ...at(one.id), body: { text } });
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        send();
      }}
    >
      <Stack gap="xs">
        <DraftTextarea
          draft={draft}
          label={t`Note for colleagues`}
          placeholder={t`What did you find out, what was agreed on the telephone?`}
          minRows={2}
          maxLength={10_000}
        />
        <ProblemAlert problem={writing.error} />
        {text && (
          <Group justify="flex-end">
            <Button type="submit" size="xs" loading={writing.isPending}>
              <Trans>Keep the note</Trans>
            </Button>
          </Group>
        )}
      </Stack>
    </form>
  );
}
