import { Plural, Trans, useLingui } from "@lingui/react/macro";
import { Badge, Button, Chip, Group, Paper, Stack, Text, Title } from "@mantine/core";
import { useSearchParams } from "react-router";
import { Loaded } from "@/components/Loaded";
import { $api, type Schemas } from "@/lib/api";
import { useDates } from "@/lib/dates";
import { useWord } from "@/lib/own-words";
import { CASE_STATE } from "@/lib/words";
import { type CaseEvent, useThisCase } from "../case";
import { PAGES, rowsOf } from "../everything";
import { NoteBox } from "../notes/NoteBox";
import { useLine, wordsOf } from "./line";
import { EVENT_KIND } from "./words";

type Kind = Schemas["EventKind"];

/** What everybody wants to see unless they ask for more: not who has read what. */
const SHOWN_KINDS = (Object.keys(EVENT_KIND) as Kind[]).filter((kind) => kind !== "reading");

/** Everything that happened, the newest first, day by day; narrowed by what it is about. */
export function Timeline() {
  const { t } = useLingui();
  const one = useThisCase();
  const [params, setParams] = useSearchParams();
  const chosen = params.getAll("about").filter((kind): kind is Kind => kind in EVENT_KIND);
  const events = $api.useInfiniteQuery(
    "get",
    "/api/v1/cases/{case_id}/events/",
    {
      params: {
        path: { case_id: one.id },
        query: { ordering: "-id", page_size: 50, kind: chosen.length > 0 ? chosen : SHOWN_KINDS },
      },
    },
    PAGES,
  );
  const choose = (kinds: string[]) =>
    setParams(
      (now) => {
        now.delete("about");
        for (const kind of kinds) now.append("about", kind);
        return now;
      },
      { replace: true },
    );
  return (
    <Stack gap="md">
      <NoteBox />
      <Filters chosen={chosen} onChoose={choose} />
      <Loaded query={events} lines={6}>
        {() => <Days events={rowsOf(events)} empty={t`Nothing of this kind has happened.`} />}
      </Loaded>
      {events.hasNextPage && (
        <Button
          variant="default"
          loading={events.isFetchingNextPage}
          onClick={() => void events.fetchNextPage()}
        >
          <Trans>Show earlier ones</Trans>
        </Button>
      )}
    </Stack>
  );
}

function Filters({ chosen, onChoose }: { chosen: Kind[]; onChoose: (kinds: string[]) => void }) {
  const word = useWord();
  const { t } = useLingui();
  return (
    <Chip.Group multiple value={chosen} onChange={onChoose}>
      <Group gap={6} role="group" aria-label={t`Show only`}>
        {(Object.keys(EVENT_KIND) as Kind[]).map((kind) => (
          <Chip key={kind} value={kind} size="xs" variant="light">
            {word(EVENT_KIND, kind)}
          </Chip>
        ))}
      </Group>
    </Chip.Group>
  );
}

function Days({ events, empty }: { events: CaseEvent[]; empty: string }) {
  const dates = useDates();
  if (events.length === 0) return <Text c="dimmed">{empty}</Text>;
  return (
    <Stack gap="lg">
      {byDay(events).map(([day, lines]) => (
        <section key={day} aria-label={dates.day(day)}>
          <Title order={3} size="h6" c="dimmed" mb={6}>
            {dates.day(day)}
          </Title>
          <Stack gap={10} component="ol" m={0} p={0} style={{ listStyle: "none" }}>
            {lines.map((event) => (
              <Line key={event.id} event={event} />
            ))}
          </Stack>
        </section>
      ))}
    </Stack>
  );
}

/** Lines under the day on which they happened, where the reader is. */
export function byDay(events: CaseEvent[]): [string, CaseEvent[]][] {
  const days = new Map<string, CaseEvent[]>();
  for (const event of events) {
    const day = localDay(new Date(event.at));
    days.set(day, [...(days.get(day) ?? []), event]);
  }
  return [...days];
}

const two = (number: number) => String(number).padStart(2, "0");
const localDay = (moment: Date) =>
  `${moment.getFullYear()}-${two(moment.getMonth() + 1)}-${two(moment.getDate())}`;

function Line({ event }: { event: CaseEvent }) {
  const { sentence, who } = useLine();
  const dates = useDates();
  const words = wordsOf(event);
  const files = event.message?.files.length ?? 0;
  return (
    <li>
      <Group gap="xs" wrap="nowrap" align="baseline">
        <Text component="time" dateTime={event.at} size="xs" c="dimmed" w={44} style={{ flexShrink: 0 }}>
          {dates.time(event.at)}
        </Text>
        <div style={{ minWidth: 0, flex: 1 }}>
          <Text size="sm" style={{ overflowWrap: "anywhere" }}>
            {sentence(event)} <Moved event={event} />
            <Text span size="xs" c="dimmed">
              {" · "}
              {who(event)}
            </Text>
          </Text>
          {words && (
            <Paper withBorder p="xs" mt={4} bg={event.note ? "var(--mantine-color-yellow-light)" : undefined}>
              <Text size="sm" className="words" lineClamp={8}>
                {words}
              </Text>
              {files > 0 && (
                <Text size="xs" c="dimmed">
                  <Plural value={files} one="with # file" other="with # files" />
                </Text>
              )}
            </Paper>
          )}
        </div>
      </Group>
    </li>
  );
}

function Moved({ event }: { event: CaseEvent }) {
  const word = useWord();
  if (!event.to_state || event.to_state === event.from_state || !(event.to_state in CASE_STATE)) return null;
  return (
    <Badge size="sm" variant="outline" color="gray" tt="none">
      {word(CASE_STATE, event.to_state as keyof typeof CASE_STATE)}
    </Badge>
  );
}
