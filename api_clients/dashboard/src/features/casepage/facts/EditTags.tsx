import { Trans, useLingui } from "@lingui/react/macro";
import { Button, Stack, TagsInput } from "@mantine/core";
import { useState } from "react";
import { DialogFoot } from "@/components/DialogFoot";
import { ProblemAlert } from "@/components/ProblemAlert";
import { api } from "@/lib/api";
import { changing, useThisCase } from "../case";
import { Dialog } from "../Dialog";
import { useSending } from "../useSending";

/** The words by which the organisation sorts its cases. */
export function EditTags({ onClose }: { onClose: () => void }) {
  const { t } = useLingui();
  const one = useThisCase();
  const [tags, setTags] = useState(one.tags);
  const sending = useSending(
    (here, names: string[]) =>
      api.PUT("/api/v1/cases/{case_id}/tags/", { ...changing(here), body: { tags: names } }),
    onClose,
  );
  return (
    <Dialog onClose={onClose} title={t`Tags`} size="md">
      <form
        onSubmit={(event) => {
          event.preventDefault();
          sending.mutate(tags);
        }}
      >
        <Stack>
          <TagsInput
            label={t`Tags`}
            description={t`Write a word and press Enter.`}
            value={tags}
            onChange={setTags}
            maxTags={20}
            maxLength={40}
            data-autofocus
          />
          <ProblemAlert problem={sending.error} />
          <DialogFoot onCancel={onClose}>
            <Button type="submit" loading={sending.isPending}>
              <Trans>Save</Trans>
            </Button>
          </DialogFoot>
        </Stack>
      </form>
    </Dialog>
  );
}
