import { Plural, Trans, useLingui } from "@lingui/react/macro";
import { Alert, Button, Divider, Drawer, Group, Stack, Text } from "@mantine/core";
import { notifications } from "@mantine/notifications";
import { useState } from "react";
import { useNavigate } from "react-router";
import { ConfirmButton } from "@/components/ConfirmButton";
import { Loaded } from "@/components/Loaded";
import { ProblemAlert } from "@/components/ProblemAlert";
import { CasePicker } from "@/features/caselist";
import { InTheirWords } from "@/features/casepage";
import { $api, type Schemas } from "@/lib/api";
import { useDates } from "@/lib/dates";
import { useWord } from "@/lib/own-words";
import { MESSAGE_SENDER, QUARANTINE_REASON } from "@/lib/words";

type Whole = Schemas["QuarantinedWords"];

/** One complaint in quarantine, with all its words, and what can be done with it. */
export function LookedAt({ id, onClose }: { id: string; onClose: () => void }) {
  const { t } = useLingui();
  const query = $api.useQuery("get", "/api/v1/quarantine/{quarantined_id}/", {
    params: { path: { quarantined_id: id } },
  });
  return (
    <Drawer
      opened
      onClose={onClose}
      position="right"
      size="lg"
      title={t`In quarantine`}
      closeButtonProps={{ "aria-label": t`Close` }}
    >
      <Loaded query={query} lines={8}>
        {(whole) => <Looked whole={whole} onClose={onClose} />}
      </Loaded>
    </Drawer>
  );
}

function Looked({ whole, onClose }: { whole: Whole; onClose: () => void }) {
  const word = useWord();
  return (
    <Stack>
      <Alert color="orange" variant="light">
        {whole.reasons.map((reason) => word(QUARANTINE_REASON, reason)).join(". ")}
      </Alert>
      {whole.withdrawn && (
        <Alert color="gray">
          <Trans>Its author has taken it back. Released, it becomes a case that ends as withdrawn.</Trans>
        </Alert>
      )}
      <Steps whole={whole} onClose={onClose} />
      <Divider />
      <InTheirWords words={whole.complaint} />
      {whole.files > 0 && (
        <Text size="sm">
          <Plural
            value={whole.files}
            one="# file came with it and opens in the case."
            other="# files came with it and open in the case."
          />
        </Text>
      )}
      <Messages messages={whole.messages} language={whole.language} />
    </Stack>
  );
}

function Steps({ whole, onClose }: { whole: Whole; onClose: () => void }) {
  const { t } = useLingui();
  const navigate = useNavigate();
  const [original, setOriginal] = useState<Schemas["CaseRow"] | null>(null);
  const at = { params: { path: { quarantined_id: whole.id } } };
  const opened = (made: Schemas["Released"]) => {
    notifications.show({ color: "green", message: t`It is now case ${made.reference}.` });
    onClose();
  };
  const release = $api.useMutation("post", "/api/v1/quarantine/{quarantined_id}/release/");
  const merge = $api.useMutation("post", "/api/v1/quarantine/{quarantined_id}/merge/");
  const discard = $api.useMutation("post", "/api/v1/quarantine/{quarantined_id}/delete/");
  return (
    <Stack gap="sm">
      <Group gap="xs">
        <Button
          data-autofocus
          loading={release.isPending}
          onClick={() => release.mutate(at, { onSuccess: opened })}
        >
          <Trans>Release</Trans>
        </Button>
        <Button
          variant="default"
          loading={release.isPending}
          onClick={() =>
            release.mutate(at, {
              onSuccess: (made) => {
                opened(made);
                navigate(`/intake?case=${made.case}`);
              },
            })
          }
        >
          <Trans>Release and sort it now</Trans>
        </Button>
        <ConfirmButton
          color="red"
          variant="light"
          loading={discard.isPending}
          question={t`It is destroyed for good, and its receipt opens nothing any more.`}
          onConfirm={() => discard.mutate({ ...at, body: { reason: "spam" } }, { onSuccess: onClose })}
        >
          <Trans>Delete: it is no complaint</Trans>
        </ConfirmButton>
      </Group>
      <Group gap="xs" align="flex-end">
        <CasePicker
          label={t`The same as a case that is there already`}
          value={original}
          onChange={setOriginal}
          style={{ flex: "1 1 220px" }}
        />
        <Button
          variant="default"
          disabled={!original}
          loading={merge.isPending}
          onClick={() =>
            original && merge.mutate({ ...at, body: { case: original.id } }, { onSuccess: opened })
          }
        >
          <Trans>Merge</Trans>
        </Button>
      </Group>
      <ProblemAlert problem={release.error ?? merge.error ?? discard.error} />
    </Stack>
  );
}

function Messages({ messages, language }: { messages: Whole["messages"]; language: string }) {
  const word = useWord();
  const dates = useDates();
  return messages.map((one) => (
    <div key={one.sent_at}>
      <Text size="sm" c="dimmed">
        {word(MESSAGE_SENDER, one.sender)} · {dates.moment(one.sent_at)}
      </Text>
      <Text lang={language} style={{ whiteSpace: "pre-wrap" }}>
        {one.text}
      </Text>
    </div>
  ));
}
