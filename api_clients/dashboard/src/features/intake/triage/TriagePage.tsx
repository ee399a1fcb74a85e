import { Trans, useLingui } from "@lingui/react/macro";
import { Box, Button, Group, Stack, Switch, Text } from "@mantine/core";
import { useEffect, useRef } from "react";
import { useSearchParams } from "react-router";
import { Loaded } from "@/components/Loaded";
import { $api } from "@/lib/api";
import { useSession } from "@/lib/session";
import { useShortcuts } from "@/lib/shortcuts";
import { cursorOf, listed } from "../pages";
import { QueueList, type QueueRow } from "./QueueList";
import { Sorting } from "./Sorting";
import classes from "./triage.module.css";

const NEW = ["received", "triage"] as const;
const WITH_WAITING = [...NEW, "awaiting_complainant"] as const;

/** The queue of new complaints, those that wait longest first, each with its words and one-key steps. */
export default function TriagePage() {
  const { t } = useLingui();
  const { partner } = useSession();
  const [params, setParams] = useSearchParams();
  const waiting = params.get("waiting") === "1";
  const pages = $api.useInfiniteQuery(
    "get",
    "/api/v1/cases/",
    {
      params: {
        query: {
          owner: partner?.slug,
          state: waiting ? [...WITH_WAITING] : [...NEW],
          ordering: "opened_at",
          page_size: 50,
        },
      },
    },
    { pageParamName: "cursor", initialPageParam: null, getNextPageParam: cursorOf },
  );
  return (
    <Stack gap="sm">
      <Switch
        size="sm"
        label={t`Also those that wait for the complainant`}
        checked={waiting}
        onChange={(event) =>
          setParams(event.currentTarget.checked ? { waiting: "1" } : {}, { replace: true })
        }
      />
      <Loaded query={listed(pages)} lines={8}>
        {(found) => <Desk rows={found} more={pages.hasNextPage} onMore={() => void pages.fetchNextPage()} />}
      </Loaded>
    </Stack>
  );
}

interface DeskProps {
  rows: QueueRow[];
  more: boolean;
  onMore: () => void;
}

function Desk({ rows, more, onMore }: DeskProps) {
  const { t } = useLingui();
  const [params, setParams] = useSearchParams();
  const asked = params.get("case");
  // One that somebody came for may stand further down, or be sorted already: it is shown all the same.
  const current = asked ?? rows[0]?.id ?? null;
  const at = rows.findIndex((row) => row.id === current);
  const go = (id: string | undefined) => {
    // Somebody may have gone elsewhere while the list was fetched again.
    if ((id ?? null) === params.get("case")) return;
    const next = new URLSearchParams(params);
    if (id) next.set("case", id);
    else next.delete("case");
    setParams(next, { replace: true });
  };
  const step = (by: number) => {
    const next = rows[at < 0 ? 0 : at + by];
    if (next) go(next.id);
  };
  useShortcuts([
    { keys: "j", label: t`Next complaint`, act: () => step(1) },
    { keys: "k", label: t`Complaint before`, act: () => step(-1) },
  ]);
  // What leaves the queue makes room for the one after it, whichever of the two is read anew first.
  const place = useRef(0);
  if (at >= 0) place.current = at;
  const after = at >= 0 ? (rows[at + 1] ?? rows[at - 1]) : (rows[place.current] ?? rows.at(-1));
  useEffect(() => {
    if (more && at >= rows.length - 3) onMore();
  }, [more, at, rows.length, onMore]);
  if (!current) {
    return (
      <Text>
        <Trans>No new complaint waits to be sorted.</Trans>
      </Text>
    );
  }
  return (
    <div className={classes.desk}>
      <Box className={classes.queue}>
        <QueueList rows={rows} current={current} onChoose={go} />
        {more && (
          <Button fullWidth variant="subtle" onClick={onMore}>
            <Trans>Show more</Trans>
          </Button>
        )}
      </Box>
      <Stack gap="sm" className={classes.words}>
        <Group gap="xs" justify="space-between" className={classes.turning}>
          <Button size="compact-sm" variant="default" disabled={at === 0} onClick={() => step(-1)}>
            <Trans>Before</Trans>
          </Button>
          <Text size="sm" c="dimmed">
            {at >= 0 ? t`${at + 1} of ${more ? `${rows.length}+` : rows.length}` : ""}
          </Text>
          <Button
            size="compact-sm"
            variant="default"
            disabled={at === rows.length - 1}
            onClick={() => step(1)}
          >
            <Trans>Next</Trans>
          </Button>
        </Group>
        <Sorting key={current} caseId={current} onGone={() => go(after?.id)} />
      </Stack>
    </div>
  );
}
