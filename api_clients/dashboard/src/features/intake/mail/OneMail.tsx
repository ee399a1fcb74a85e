import { Trans, useLingui } from "@lingui/react/macro";
import { Alert, Anchor, Button, Group, List, Paper, Select, Stack, Text, Title } from "@mantine/core";
import { useState } from "react";
import { ConfirmButton } from "@/components/ConfirmButton";
import { Loaded } from "@/components/Loaded";
import { ProblemAlert } from "@/components/ProblemAlert";
import { $api, api, ifMatch, type Schemas } from "@/lib/api";
import { useDates } from "@/lib/dates";
import { keepAsFile } from "@/lib/keep-as-file";
import { useWord } from "@/lib/own-words";
import { FILE_STATE, MAIL_DISMISSAL_REASON, MAIL_REMARK } from "@/lib/words";
import { Assign } from "./Assign";

type Mail = Schemas["IncomingMailWords"];
type File = Mail["files"][number];

/** One mail with its words and files, and where it may go. */
export function OneMail({ id, onSorted }: { id: string; onSorted: () => void }) {
  const query = $api.useQuery("get", "/api/v1/incoming-mail/{mail_id}/", {
    params: { path: { mail_id: id } },
  });
  return (
    <Loaded query={query} lines={8}>
      {(mail) => <Whole mail={mail} onSorted={onSorted} />}
    </Loaded>
  );
}

function Whole({ mail, onSorted }: { mail: Mail; onSorted: () => void }) {
  const { t } = useLingui();
  const word = useWord();
  const dates = useDates();
  return (
    <Stack gap="sm">
      <div>
        <Title order={2} size="h4">
          {mail.subject || t`Without a subject`}
        </Title>
        <Text size="sm" c="dimmed" style={{ overflowWrap: "anywhere" }}>
          {mail.sender} · {dates.moment(mail.arrived_at)}
        </Text>
      </div>
      {mail.remarks.length > 0 && (
        <Alert color="yellow" variant="light" p="xs">
          {mail.remarks.map((remark) => word(MAIL_REMARK, remark)).join(". ")}
        </Alert>
      )}
      <Paper withBorder p="md">
        <Text style={{ whiteSpace: "pre-wrap", overflowWrap: "anywhere" }}>
          {mail.text || t`The mail has no text.`}
        </Text>
      </Paper>
      <Files mail={mail} />
      {mail.state === "triage" && (
        <>
          <Assign mail={mail} onSorted={onSorted} />
          <Dismiss mail={mail} onSorted={onSorted} />
        </>
      )}
      {mail.state === "dismissed" && <TakeBack mail={mail} onSorted={onSorted} />}
    </Stack>
  );
}

/** Clean copies, what was not taken and why, and the mail byte for byte. */
function Files({ mail }: { mail: Mail }) {
  const { t } = useLingui();
  const [problem, setProblem] = useState<unknown>(null);
  const original = async () => {
    setProblem(null);
    const { data, error } = await api.POST("/api/v1/incoming-mail/{mail_id}/original/", {
      params: { path: { mail_id: mail.id } },
      parseAs: "blob",
    });
    if (error) setProblem(error);
    else keepAsFile(data as unknown as Blob, "mail.eml");
  };
  return (
    <Stack gap={4} align="flex-start">
      {mail.files.length > 0 && (
        <List size="sm" aria-label={t`Files`}>
          {mail.files.map((file) => (
            <FileLine key={file.id} mail={mail} file={file} />
          ))}
        </List>
      )}
      <ConfirmButton
        size="compact-sm"
        variant="subtle"
        question={t`The original may hold what the clean copies leave out, programs too. That you opened it is written down.`}
        onConfirm={() => void original()}
      >
        <Trans>Download the mail as it came</Trans>
      </ConfirmButton>
      <ProblemAlert problem={problem} />
    </Stack>
  );
}

function FileLine({ mail, file }: { mail: Mail; file: File }) {
  const { t } = useLingui();
  const word = useWord();
  if (file.state === "ready" || file.state === "kept") return <Ready mail={mail} file={file} />;
  return (
    <List.Item>
      <Text size="sm">
        {file.name} · {file.state ? word(FILE_STATE, file.state) : t`not taken; it is in the original`}
      </Text>
    </List.Item>
  );
}

function Ready({ mail, file }: { mail: Mail; file: File }) {
  return (
    <List.Item>
      <Anchor size="sm" href={`/api/v1/incoming-mail/${mail.id}/files/${file.id}/`} download>
        {file.name}
      </Anchor>
    </List.Item>
  );
}

const reasonsOf = Object.keys(MAIL_DISMISSAL_REASON) as Schemas["MailDismissalReason"][];

function Dismiss({ mail, onSorted }: { mail: Mail; onSorted: () => void }) {
  const { t } = useLingui();
  const word = useWord();
  const [reason, setReason] = useState<string | null>(null);
  const dismiss = $api.useMutation("post", "/api/v1/incoming-mail/{mail_id}/dismiss/", {
    onSuccess: onSorted,
  });
  const chosen = reasonsOf.find((one) => one === reason);
  return (
    <Paper withBorder p="md" component="section">
      <Title order={3} size="h6" mb="xs">
        <Trans>Or set it aside</Trans>
      </Title>
      <Group align="flex-end" gap="xs">
        <Select
          label={t`Why`}
          placeholder={t`Choose`}
          data={reasonsOf.map((one) => ({ value: one, label: word(MAIL_DISMISSAL_REASON, one) }))}
          value={reason}
          onChange={setReason}
          style={{ flex: "1 1 200px" }}
        />
        <Button
          variant="default"
          disabled={!chosen}
          loading={dismiss.isPending}
          onClick={() => chosen && dismiss.mutate({ ...changing(mail), body: { reason: chosen } })}
        >
          <Trans>Set aside</Trans>
        </Button>
      </Group>
      <Text size="sm" c="dimmed" mt="xs">
        <Trans>It can be taken back for 90 days, then it is destroyed.</Trans>
      </Text>
      <ProblemAlert problem={dismiss.error} />
    </Paper>
  );
}

function TakeBack({ mail, onSorted }: { mail: Mail; onSorted: () => void }) {
  const back = $api.useMutation("post", "/api/v1/incoming-mail/{mail_id}/take_back/", {
    onSuccess: onSorted,
  });
  return (
    <Group>
      <Button loading={back.isPending} onClick={() => back.mutate(changing(mail))}>
        <Trans>Take back</Trans>
      </Button>
      <ProblemAlert problem={back.error} />
    </Group>
  );
}

function changing(mail: Mail) {
  return { params: { path: { mail_id: mail.id }, header: { "If-Match": ifMatch(mail.version) } } };
}
