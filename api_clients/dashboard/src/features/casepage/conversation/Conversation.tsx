import { Trans, useLingui } from "@lingui/react/macro";
import { Badge, Button, Group, Paper, Stack, Text } from "@mantine/core";
import { Loaded } from "@/components/Loaded";
import { ProblemAlert } from "@/components/ProblemAlert";
import { $api } from "@/lib/api";
import { useDates } from "@/lib/dates";
import { at, type Message, useMay, useThisCase } from "../case";
import { PAGES, useEverything } from "../everything";
import { FileLink } from "../files/FileLink";
import { HiddenInMessage } from "../masks";
import { Composer } from "./Composer";

export function useMessages() {
  const one = useThisCase();
  const query = $api.useInfiniteQuery(
    "get",
    "/api/v1/cases/{case_id}/messages/",
    { params: { path: { case_id: one.id }, query: { page_size: 200 } } },
    // Whoever sits before it sees an answer come in.
    { ...PAGES, refetchInterval: 30_000 },
  );
  return { query, messages: useEverything(query) };
}

export const isUnread = (message: Message) => message.sender === "complainant" && message.read_at === null;

/** What the complainant and the organisation wrote to each other, and the next message. */
export function Conversation() {
  const one = useThisCase();
  const { t } = useLingui();
  const { query, messages } = useMessages();
  const unread = messages.filter(isUnread);
  return (
    <Stack gap="md">
      <Loaded
        query={query}
        isEmpty={() => messages.length === 0}
        empty={t`Nobody has written yet. What you write here, the complainant reads with the receipt.`}
      >
        {() => (
          <Stack
            gap="sm"
            component="ol"
            m={0}
            p={0}
            style={{ listStyle: "none" }}
            aria-label={t`Conversation`}
          >
            {messages.map((message) => (
              <Bubble key={message.id} message={message} />
            ))}
          </Stack>
        )}
      </Loaded>
      <ReadMark until={unread.at(-1)?.id} caseId={one.id} />
      <Composer lang={one.complaint?.language} />
    </Stack>
  );
}

/** Says to the complainant that these were read: by a press of a button, not by a page that stands open. */
function ReadMark({ until, caseId }: { until: string | undefined; caseId: string }) {
  const marking = $api.useMutation("post", "/api/v1/cases/{case_id}/messages/read/");
  const may = useMay("write");
  if (!until || !may) return null;
  return (
    <>
      <Group justify="flex-end">
        <Button
          size="xs"
          variant="light"
          loading={marking.isPending}
          onClick={() => marking.mutate({ ...at(caseId), body: { until } })}
        >
          <Trans>Mark as read</Trans>
        </Button>
      </Group>
      <ProblemAlert problem={marking.error} />
    </>
  );
}

function Bubble({ message }: { message: Message }) {
  const { t } = useLingui();
  const dates = useDates();
  const ours = message.sender === "partner";
  const waiting = message.asks && message.ended_at === null;
  return (
    <Paper
      component="li"
      withBorder
      p="sm"
      maw="min(640px, 92%)"
      style={{ alignSelf: ours ? "flex-end" : "flex-start" }}
      bg={ours ? "var(--mantine-primary-color-light)" : undefined}
    >
      <Group gap="xs" mb={4}>
        <Text size="xs" fw={600}>
          {ours ? (message.author?.name ?? t`Our organisation`) : t`Complainant`}
        </Text>
        <Text size="xs" c="dimmed" component="time" dateTime={message.sent_at}>
          {dates.moment(message.sent_at)}
        </Text>
        {isUnread(message) && (
          <Badge size="sm" color="red" tt="none">
            <Trans>New</Trans>
          </Badge>
        )}
        {waiting && (
          <Badge size="sm" color="yellow" variant="light" tt="none">
            <Trans>Waits for an answer</Trans>
          </Badge>
        )}
      </Group>
      <Text size="sm" className="words">
        {message.text}
      </Text>
      {message.files.length > 0 && (
        <Stack gap={2} mt={6}>
          {message.files.map((file) => (
            <FileLink key={file.id} file={file} />
          ))}
        </Stack>
      )}
      <Group justify="space-between" gap="xs" mt={4}>
        <Text size="xs" c="dimmed">
          {ours && (message.read_at ? t`Read ${dates.fromNow(message.read_at)}` : t`Not read yet`)}
        </Text>
        {waiting && <EndQuestion message={message} />}
        {message.text !== "" && <HiddenInMessage message={message} />}
      </Group>
    </Paper>
  );
}

/** A question whose answer came by telephone, or is not needed any more. */
function EndQuestion({ message }: { message: Message }) {
  const one = useThisCase();
  const ending = $api.useMutation("post", "/api/v1/cases/{case_id}/messages/{message_id}/end/");
  const may = useMay("write");
  // There the whole case waits, and its own step goes on.
  if (!may || one.state === "awaiting_complainant") return null;
  return (
    <>
      <Button
        size="compact-xs"
        variant="subtle"
        loading={ending.isPending}
        onClick={() => ending.mutate({ params: { path: { case_id: one.id, message_id: message.id } } })}
      >
        <Trans>Do not wait any more</Trans>
      </Button>
      <ProblemAlert problem={ending.error} />
    </>
  );
}
