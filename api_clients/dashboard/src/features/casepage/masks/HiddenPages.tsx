import { Plural, Trans, useLingui } from "@lingui/react/macro";
import { Button, Group, Stack, Text, TextInput } from "@mantine/core";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { ProblemAlert } from "@/components/ProblemAlert";
import { api, ifMatch } from "@/lib/api";
import { type CaseFile, useMay, useThisCase } from "../case";
import { pagesIn, written } from "./pages";

/** Which pages of a file leave as a blank sheet, by their numbers. */
export function HiddenPages({ file }: { file: CaseFile }) {
  const may = useMay("hide");
  const [open, setOpen] = useState(false);
  const drawn = file.media_type === "application/pdf" || file.media_type.startsWith("image/");
  if (!may || !drawn || file.state !== "ready") return null;
  return (
    <Stack gap="xs" mt={4}>
      <Group gap="xs">
        {file.hidden_pages.length > 0 && (
          <Text size="xs">
            <Plural
              value={file.hidden_pages.length}
              one="# page is hidden from others:"
              other="# pages are hidden from others:"
            />{" "}
            {written(file.hidden_pages)}
          </Text>
        )}
        {!open && (
          <Button size="compact-xs" variant="subtle" onClick={() => setOpen(true)}>
            <Trans>Hide pages</Trans>
          </Button>
        )}
      </Group>
      {open && <PagesForm file={file} onClose={() => setOpen(false)} />}
    </Stack>
  );
}

function PagesForm({ file, onClose }: { file: CaseFile; onClose: () => void }) {
  const { t } = useLingui();
  const [typed, setTyped] = useState(written(file.hidden_pages));
  const hiding = useHidingPages(file);
  const pages = pagesIn(typed);
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        if (pages) hiding.mutate(pages, { onSuccess: onClose });
      }}
    >
      <Stack gap="xs">
        <TextInput
          label={t`Pages to hide from others`}
          description={t`Numbers and ranges such as 2, 5-7; a picture is page 1. Empty: none. Whatever leaves is a copy without them, in which the other pages are pictures.`}
          error={pages ? undefined : t`Write numbers, such as 2, 5-7.`}
          value={typed}
          onChange={(event) => setTyped(event.currentTarget.value)}
        />
        <ProblemAlert problem={hiding.error} />
        <Group gap="xs">
          <Button type="submit" size="xs" loading={hiding.isPending} disabled={!pages}>
            <Trans>Save</Trans>
          </Button>
          <Button size="xs" variant="default" onClick={onClose}>
            <Trans>Cancel</Trans>
          </Button>
        </Group>
      </Stack>
    </form>
  );
}

function useHidingPages(file: CaseFile) {
  const one = useThisCase();
  const queries = useQueryClient();
  return useMutation({
    mutationFn: async (pages: number[]) => {
      const { error } = await api.PUT("/api/v1/cases/{case_id}/files/{file_id}/hidden-pages/", {
        params: {
          path: { case_id: one.id, file_id: file.id },
          header: { "If-Match": ifMatch(file.hidden_version) },
        },
        body: { pages },
      });
      if (error) throw error;
    },
    onSettled: () => queries.invalidateQueries(),
  });
}
