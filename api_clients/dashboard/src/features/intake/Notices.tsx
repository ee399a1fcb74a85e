import { Plural, Trans, useLingui } from "@lingui/react/macro";
import { ActionIcon, Box, Button, Group, Indicator, Popover, ScrollArea, Stack, Text } from "@mantine/core";
import { useDisclosure } from "@mantine/hooks";
import { IconBell } from "@tabler/icons-react";
import type { ReactNode } from "react";
import { Link } from "react-router";
import { placeOf } from "@/features/today";
import { $api, type Schemas } from "@/lib/api";
import { useDates } from "@/lib/dates";
import { useWord } from "@/lib/own-words";
import { TASK_KIND } from "@/lib/words";
import { useTitleNumber } from "./useTitleNumber";

type News = Schemas["News"];

const EVERY = 30_000;
const SHOWN = 20;

/** What is new since this person last looked: a number on the bell and in the tab's title, a list below it. */
export function Notices() {
  const { t } = useLingui();
  const [opened, { toggle, close }] = useDisclosure();
  const { data } = $api.useQuery(
    "get",
    "/api/v1/me/news/",
    {},
    { refetchInterval: EVERY, refetchIntervalInBackground: true, retry: false },
  );
  const count = data ? data.tasks.length + data.mails + data.quarantined : 0;
  useTitleNumber(count);
  const number = data?.capped ? `${count}+` : String(count);
  return (
    <Indicator label={number} disabled={count === 0} size={18} offset={6} color="red" inline>
      <Popover
        opened={opened}
        onChange={close}
        position="bottom-end"
        width={360}
        trapFocus
        withinPortal
        shadow="md"
      >
        <Popover.Target>
          <ActionIcon
            variant="subtle"
            color="gray"
            size="lg"
            onClick={toggle}
            aria-label={count === 0 ? t`News: nothing new` : t`News: ${number} new`}
          >
            <IconBell size={20} aria-hidden />
          </ActionIcon>
        </Popover.Target>
        <Popover.Dropdown p={0} maw="calc(100vw - 16px)">
          {data && <NewsList news={data} count={count} onGo={close} />}
        </Popover.Dropdown>
      </Popover>
    </Indicator>
  );
}

function NewsList({ news, count, onGo }: { news: News; count: number; onGo: () => void }) {
  const seen = $api.useMutation("post", "/api/v1/me/news/seen/");
  if (count === 0) {
    return (
      <Text p="md" c="dimmed">
        <Trans>Nothing new since you looked last.</Trans>
      </Text>
    );
  }
  const more = news.tasks.length - SHOWN;
  return (
    <>
      <Group justify="space-between" p="sm" pb={4}>
        <Text fw={600}>
          <Trans>New for you</Trans>
        </Text>
        <Button
          size="compact-sm"
          variant="subtle"
          loading={seen.isPending}
          onClick={() => seen.mutate({ body: { until: news.until } })}
        >
          <Trans>Mark all as seen</Trans>
        </Button>
      </Group>
      <ScrollArea.Autosize mah="60vh">
        <Stack gap={0} component="ul" p={0} m={0} style={{ listStyle: "none" }}>
          {news.quarantined > 0 && (
            <Line to="/intake/quarantine" onGo={onGo}>
              <Plural
                value={news.quarantined}
                one="# complaint was put into quarantine"
                other="# complaints were put into quarantine"
              />
            </Line>
          )}
          {news.mails > 0 && (
            <Line to="/intake/mail" onGo={onGo}>
              <Plural value={news.mails} one="# mail is to be sorted" other="# mails are to be sorted" />
            </Line>
          )}
          {news.tasks.slice(0, SHOWN).map((task) => (
            <TaskLine key={task.id} task={task} onGo={onGo} />
          ))}
        </Stack>
      </ScrollArea.Autosize>
      {more > 0 && (
        <Text size="sm" c="dimmed" p="sm">
          <Plural
            value={more}
            one="and # more, on the page of today"
            other="and # more, on the page of today"
          />
        </Text>
      )}
    </>
  );
}

function TaskLine({ task, onGo }: { task: News["tasks"][number]; onGo: () => void }) {
  const { t } = useLingui();
  const word = useWord();
  const dates = useDates();
  const about = [task.case?.reference, task.mine ? t`yours` : t`nobody has it`, dates.fromNow(task.at)];
  return (
    <Line to={placeOf(task)} onGo={onGo} about={about.filter(Boolean).join(" · ")}>
      {word(TASK_KIND, task.kind)}
    </Line>
  );
}

interface LineProps {
  to: string;
  onGo: () => void;
  about?: string;
  children: ReactNode;
}

function Line({ to, onGo, about, children }: LineProps) {
  return (
    <Box component="li" px="sm" py={6} style={{ borderTop: "1px solid var(--mantine-color-default-border)" }}>
      <Text component={Link} to={to} onClick={onGo} size="sm" fw={500} c="inherit">
        {children}
      </Text>
      {about && (
        <Text size="xs" c="dimmed">
          {about}
        </Text>
      )}
    </Box>
  );
}
