import { Trans, useLingui } from "@lingui/react/macro";
import { Button, FileButton, Group, Paper, Radio, Stack, Text } from "@mantine/core";
import { useMutation } from "@tanstack/react-query";
import { useState } from "react";
import { DialogFoot } from "@/components/DialogFoot";
import { Loaded } from "@/components/Loaded";
import { ProblemAlert } from "@/components/ProblemAlert";
import { $api, api, type Schemas } from "@/lib/api";
import { useDates } from "@/lib/dates";
import { useWord } from "@/lib/own-words";
import { FILE_SENDER, ORIGINAL_REASON } from "@/lib/words";
import { type CaseFile, useMay, useThisCase } from "../case";
import { Dialog } from "../Dialog";
import { PAGES, useEverything } from "../everything";
import { HiddenPages } from "../masks";
import { FileLink } from "./FileLink";
import { useAddFile } from "./useAddFile";

/** Everything that was sent or added: the copy without traces first, the original for a reason. */
export function Files() {
  const { t } = useLingui();
  const one = useThisCase();
  const query = $api.useInfiniteQuery(
    "get",
    "/api/v1/cases/{case_id}/files/",
    { params: { path: { case_id: one.id }, query: { page_size: 200 } } },
    PAGES,
  );
  const files = useEverything(query);
  return (
    <Stack gap="md">
      <Text size="sm" c="dimmed">
        <Trans>
          You get a copy without the traces of who made it, when and where. The original is opened for a
          reason, and the reason stands in the story.
        </Trans>
      </Text>
      <Loaded query={query} isEmpty={() => files.length === 0} empty={t`There are no files.`}>
        {() => (
          <Stack gap="xs" component="ul" m={0} p={0} style={{ listStyle: "none" }} aria-label={t`Files`}>
            {files.map((file) => (
              <Row key={file.id} file={file} />
            ))}
          </Stack>
        )}
      </Loaded>
      <AddFile />
    </Stack>
  );
}

function Row({ file }: { file: CaseFile }) {
  const dates = useDates();
  const word = useWord();
  const [opening, setOpening] = useState(false);
  const may = useMay("open_original");
  return (
    <Paper component="li" withBorder p="sm">
      <Group justify="space-between" gap="xs">
        <div style={{ minWidth: 0 }}>
          <FileLink file={file} />
          <Text size="xs" c="dimmed">
            {file.author?.name ?? word(FILE_SENDER, file.sender)} · {dates.moment(file.created_at)}
          </Text>
        </div>
        {may && (
          <Button size="compact-sm" variant="subtle" onClick={() => setOpening(true)}>
            <Trans>Open the original</Trans>
          </Button>
        )}
      </Group>
      <HiddenPages file={file} />
      {opening && <OriginalDialog file={file} onClose={() => setOpening(false)} />}
    </Paper>
  );
}

function AddFile() {
  const adding = useAddFile();
  if (!useMay("add_file")) return null;
  return (
    <>
      <Group>
        <FileButton onChange={(file) => file && adding.mutate(file)}>
          {(props) => (
            <Button {...props} variant="default" loading={adding.isPending}>
              <Trans>Add a file</Trans>
            </Button>
          )}
        </FileButton>
      </Group>
      <ProblemAlert problem={adding.error} />
    </>
  );
}

type Reason = Schemas["OriginalReason"];

/** Asks why, then hands the original to the browser as a download. */
function OriginalDialog({ file, onClose }: { file: CaseFile; onClose: () => void }) {
  const { t } = useLingui();
  const one = useThisCase();
  const word = useWord();
  const [reason, setReason] = useState<Reason | null>(null);
  const opening = useMutation({
    mutationFn: async (why: Reason) => {
      const { data, error } = await api.POST("/api/v1/cases/{case_id}/files/{file_id}/original/", {
        params: { path: { case_id: one.id, file_id: file.id } },
        body: { reason: why },
        parseAs: "blob",
      });
      if (error || !data) throw error;
      save(data, file.name);
    },
    onSuccess: onClose,
  });
  return (
    <Dialog onClose={onClose} title={t`Open the original`} size="md">
      <form
        onSubmit={(event) => {
          event.preventDefault();
          if (reason) opening.mutate(reason);
        }}
      >
        <Stack>
          <Text size="sm">
            <Trans>The original may tell who made it, where and with what. It stays on this computer.</Trans>
          </Text>
          <Radio.Group
            label={t`Why do you need it?`}
            value={reason}
            onChange={(value) => setReason(value as Reason)}
          >
            <Stack gap="xs" mt="xs">
              {(Object.keys(ORIGINAL_REASON) as Reason[]).map((code) => (
                <Radio key={code} value={code} label={word(ORIGINAL_REASON, code)} />
              ))}
            </Stack>
          </Radio.Group>
          <ProblemAlert problem={opening.error} />
          <DialogFoot onCancel={onClose}>
            <Button type="submit" disabled={!reason} loading={opening.isPending}>
              <Trans>Open</Trans>
            </Button>
          </DialogFoot>
        </Stack>
      </form>
    </Dialog>
  );
}

function save(content: Blob, name: string) {
  const address = URL.createObjectURL(content);
  const link = document.createElement("a");
  link.href = address;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(address), 10_000);
}
