import { Trans, useLingui } from "@lingui/react/macro";
import { Anchor, Badge, Button, Card, FileButton, Group, List, Stack, Text } from "@mantine/core";
import { useMutation } from "@tanstack/react-query";
import { useState } from "react";
import { Link, useNavigate } from "react-router";
import { Loaded } from "@/components/Loaded";
import { PageTitle } from "@/components/PageTitle";
import { ProblemAlert } from "@/components/ProblemAlert";
import { $api } from "@/lib/api";
import { useDates } from "@/lib/dates";
import { useWord } from "@/lib/own-words";
import { IMPORT_STATE } from "@/lib/words";
import { type ImportRun, sendFile } from "./api";

/** Sending a spreadsheet, and those that were sent before. */
export function ImportList({ partner }: { partner: string }) {
  const { t } = useLingui();
  const runs = $api.useQuery("get", "/api/v1/imports/", { params: { query: { partner } } });
  return (
    <Stack gap="lg" maw={760}>
      <div>
        <PageTitle name={t`Import a spreadsheet`} />
        <Text>
          <Trans>Cases that you kept in a spreadsheet so far become cases here.</Trans>
        </Text>
      </div>
      <NewImport partner={partner} />
      <Loaded query={runs} empty={t`Nothing was imported yet.`}>
        {(page) => (
          <Stack gap="xs">
            {page.results.map((run) => (
              <ImportRow key={run.id} run={run} />
            ))}
          </Stack>
        )}
      </Loaded>
    </Stack>
  );
}

function NewImport({ partner }: { partner: string }) {
  const navigate = useNavigate();
  const [file, setFile] = useState<File | null>(null);
  const sending = useMutation({
    mutationFn: (chosen: File) => sendFile(partner, chosen),
    onSuccess: (run) => navigate(run.id),
  });
  return (
    <Card withBorder>
      <Stack gap="sm">
        <Group gap="sm">
          <FileButton accept=".xlsx,.ods,.csv,.tsv,.txt" onChange={setFile}>
            {(props) => (
              <Button variant="default" {...props}>
                <Trans>Choose a file</Trans>
              </Button>
            )}
          </FileButton>
          <Text style={{ overflowWrap: "anywhere", minWidth: 0 }}>
            {file?.name ?? <Trans>XLSX, ODS or CSV, at most 60 MB and 100,000 rows</Trans>}
          </Text>
        </Group>
        <List size="sm" c="dimmed" spacing={4}>
          <List.Item>
            <Trans>Nothing is imported before you have seen in a dry run what comes of each row.</Trans>
          </List.Item>
          <List.Item>
            <Trans>Complainants are not told: no mail, no receipt, no message leaves.</Trans>
          </List.Item>
          <List.Item>
            <Trans>The file is encrypted, and destroyed 30 days after you last used it.</Trans>
          </List.Item>
        </List>
        <ProblemAlert problem={sending.error} />
        <Group>
          <Button
            disabled={!file}
            loading={sending.isPending}
            onClick={() => {
              if (file) sending.mutate(file);
            }}
          >
            <Trans>Send the file</Trans>
          </Button>
        </Group>
      </Stack>
    </Card>
  );
}

function ImportRow({ run }: { run: ImportRun }) {
  const { t } = useLingui();
  const word = useWord();
  const { moment } = useDates();
  const sent = moment(run.created_at);
  return (
    <Card withBorder padding="sm">
      <Group justify="space-between" gap="xs">
        <Anchor component={Link} to={run.id} fw={600} style={{ overflowWrap: "anywhere" }}>
          {run.file_name ?? t`File sent on ${sent}`}
        </Anchor>
        <Badge variant="light">{word(IMPORT_STATE, run.state)}</Badge>
      </Group>
      <Text size="sm" c="dimmed">
        {sent} · {run.created_by?.name}
      </Text>
    </Card>
  );
}
