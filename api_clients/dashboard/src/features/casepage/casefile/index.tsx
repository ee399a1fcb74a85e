import { Trans, useLingui } from "@lingui/react/macro";
import { Alert, Button, Group, Radio, Stack, Text } from "@mantine/core";
import { useMutation } from "@tanstack/react-query";
import { useState } from "react";
import { ProblemAlert } from "@/components/ProblemAlert";
import { lookAgain, Taking } from "@/features/parcel";
import { $api, api, type Schemas } from "@/lib/api";
import { keepAsFile } from "@/lib/keep-as-file";
import { useWord } from "@/lib/own-words";
import { CASE_FILE_PURPOSE } from "@/lib/words";
import { useThisCase } from "../case";
import { Dialog } from "../Dialog";

type CaseFile = Schemas["CaseFile"];
type Purpose = Schemas["CaseFilePurpose"];
const PURPOSES = Object.keys(CASE_FILE_PURPOSE) as Purpose[];

/** The case as one file: what for, how far it is, and taken once. */
export default function CaseFileDialog({ onClose }: { onClose: () => void }) {
  const { t } = useLingui();
  const [asked, setAsked] = useState<CaseFile | null>(null);
  return (
    <Dialog onClose={onClose} title={t`Take the case file along`} size="md">
      {asked ? <BeingMade asked={asked} onClose={onClose} /> : <Asking onAsked={setAsked} />}
    </Dialog>
  );
}

function Asking({ onAsked }: { onAsked: (made: CaseFile) => void }) {
  const { t } = useLingui();
  const word = useWord();
  const one = useThisCase();
  const [purpose, setPurpose] = useState<Purpose>("to_leave");
  const [key] = useState(() => crypto.randomUUID());
  const asking = useMutation({
    mutationFn: async () => {
      const { data, error } = await api.POST("/api/v1/cases/{case_id}/case-files/", {
        params: { path: { case_id: one.id }, header: { "Idempotency-Key": `${key}-${purpose}` } },
        body: { purpose },
      });
      if (error || !data) throw error;
      return data;
    },
  });
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        asking.mutate(undefined, { onSuccess: onAsked });
      }}
    >
      <Stack>
        <Text size="sm">
          <Trans>
            One ZIP with the story to be read, the same for programs, files and letters: what you may read,
            and never who the complainant is.
          </Trans>
        </Text>
        <Radio.Group
          label={t`What is it for?`}
          value={purpose}
          onChange={(value) => setPurpose(value as Purpose)}
        >
          <Stack gap="xs" mt="xs">
            {PURPOSES.map((code) => (
              <Radio key={code} value={code} label={word(CASE_FILE_PURPOSE, code)} />
            ))}
          </Stack>
        </Radio.Group>
        <ProblemAlert problem={asking.error} />
        <Group justify="flex-end">
          <Button type="submit" loading={asking.isPending}>
            <Trans>Put it together</Trans>
          </Button>
        </Group>
      </Stack>
    </form>
  );
}

function BeingMade({ asked, onClose }: { asked: CaseFile; onClose: () => void }) {
  const one = useThisCase();
  const path = { case_id: one.id, case_file_id: asked.id };
  const query = $api.useQuery(
    "get",
    "/api/v1/cases/{case_id}/case-files/{case_file_id}/",
    { params: { path } },
    { refetchInterval: ({ state }) => lookAgain(state.data) },
  );
  const taking = useTaking(path, `${one.reference}.zip`);
  const now = query.data ?? asked;
  if (now.state === "failed") {
    return (
      <Alert color="red" role="alert">
        <Trans>The case file could not be put together. Ask for it again.</Trans>
      </Alert>
    );
  }
  return (
    <Taking
      now={now}
      meanwhile={<Trans>It is being put together. Leave this window open until it is ready.</Trans>}
      problem={taking.error ?? query.error}
      busy={taking.isPending}
      onTake={() => taking.mutate(undefined, { onSuccess: onClose })}
    />
  );
}

function useTaking(path: { case_id: string; case_file_id: string }, name: string) {
  return useMutation({
    mutationFn: async () => {
      const { data, error } = await api.POST("/api/v1/cases/{case_id}/case-files/{case_file_id}/take/", {
        params: { path },
        parseAs: "blob",
      });
      if (error || !data) throw error;
      keepAsFile(data as unknown as Blob, name);
    },
  });
}
