import { Trans, useLingui } from "@lingui/react/macro";
import { Alert, Card, List, Modal, Stack, Text, Title } from "@mantine/core";
import type { ReactNode } from "react";
import type { Schemas } from "@/lib/api";
import { useDates } from "@/lib/dates";
import { useWord } from "@/lib/own-words";
import { CASE_KIND, CASE_STATE, MESSAGE_SENDER } from "@/lib/words";

type WhatOpens = Schemas["WhatOpens"];

interface Props {
  title: string;
  onClose: () => void;
  /** What they see before they say yes. */
  before?: ReactNode;
  after: WhatOpens;
  /** The step itself, with what may stand against it. */
  children: ReactNode;
}

/** Exactly what another partner would read, and below it the step. */
export function Preview({ title, onClose, before, after, children }: Props) {
  const { t } = useLingui();
  return (
    <Modal opened onClose={onClose} size="xl" title={title} closeButtonProps={{ "aria-label": t`Close` }}>
      <Stack>
        {before && <Part title={t`Before they accept they read`}>{before}</Part>}
        <Part title={before ? t`After they accepted they read` : t`They will read`}>
          <Opened after={after} />
        </Part>
        {children}
      </Stack>
    </Modal>
  );
}

function Part({ title, children }: { title: string; children: ReactNode }) {
  return (
    <Card withBorder padding="sm">
      <Title order={3} size="h5" mb="xs">
        {title}
      </Title>
      <Stack gap="xs">{children}</Stack>
    </Card>
  );
}

function Opened({ after }: { after: WhatOpens }) {
  const word = useWord();
  const dates = useDates();
  const found = after.case;
  const facts = [
    found.reference,
    word(CASE_KIND, found.kind),
    word(CASE_STATE, found.state),
    found.category?.name,
    found.institution?.name,
    found.place?.name,
    dates.moment(found.opened_at),
  ];
  return (
    <>
      {after.everything && (
        <Alert color="yellow" py="xs">
          <Trans>The whole case opens, the timeline and letters to institutions with it.</Trans>
        </Alert>
      )}
      <Text size="sm">{facts.filter(Boolean).join(" · ")}</Text>
      {found.summary && <Words>{found.summary}</Words>}
      <Complaint words={after.complaint} />
      <Messages messages={after.messages} />
      <Names title={<Trans>Files (clean copies)</Trans>} names={after.files?.map((one) => one.name)} />
      <Names title={<Trans>Notes</Trans>} names={after.notes?.map((one) => one.text)} />
      {after.judiciary && (
        <Text size="sm">
          <Trans>Court and proceedings</Trans>
          {": "}
          {[after.judiciary.court?.name, after.judiciary.case_number, after.judiciary.stage_of_proceedings]
            .filter(Boolean)
            .join(" · ")}
        </Text>
      )}
      {found.result?.outcome_text && <Words>{found.result.outcome_text}</Words>}
    </>
  );
}

function Complaint({ words }: { words: WhatOpens["complaint"] }) {
  const { t } = useLingui();
  if (!words) return null;
  return (
    <>
      <Text size="sm" fw={600}>
        {t`The complaint`}
      </Text>
      <Words lang={words.language}>{words.narrative}</Words>
      {words.wish && <Words lang={words.language}>{words.wish}</Words>}
      {words.contact_note && <Words lang={words.language}>{words.contact_note}</Words>}
    </>
  );
}

function Messages({ messages }: { messages: WhatOpens["messages"] }) {
  const word = useWord();
  if (!messages) return null;
  return (
    <Names
      title={<Trans>Conversation</Trans>}
      names={messages.map((one) => `${word(MESSAGE_SENDER, one.sender)}: ${one.text}`)}
    />
  );
}

function Names({ title, names }: { title: ReactNode; names: string[] | undefined }) {
  if (!names) return null;
  return (
    <>
      <Text size="sm" fw={600}>
        {title}
      </Text>
      {names.length === 0 ? (
        <Text size="sm" c="dimmed">
          <Trans>Nothing there yet; what comes later will be read, too.</Trans>
        </Text>
      ) : (
        <List size="sm">
          {names.map((name) => (
            <List.Item key={name}>{name}</List.Item>
          ))}
        </List>
      )}
    </>
  );
}

function Words({ children, lang }: { children: string; lang?: string }) {
  return (
    <Text size="sm" lang={lang} style={{ whiteSpace: "pre-wrap", overflowWrap: "anywhere" }}>
      {children}
    </Text>
  );
}
