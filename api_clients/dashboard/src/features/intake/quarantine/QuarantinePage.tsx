import { Plural, Trans, useLingui } from "@lingui/react/macro";
import { Badge, Box, Button, Checkbox, Group, Paper, Stack, Text, UnstyledButton } from "@mantine/core";
import { useRef, useState } from "react";
import { ConfirmButton } from "@/components/ConfirmButton";
import { Loaded } from "@/components/Loaded";
import { ProblemAlert } from "@/components/ProblemAlert";
import { $api, type Schemas } from "@/lib/api";
import { useDates } from "@/lib/dates";
import { useWord } from "@/lib/own-words";
import { useSession } from "@/lib/session";
import { useShortcuts } from "@/lib/shortcuts";
import { CASE_KIND, QUARANTINE_REASON } from "@/lib/words";
import { cursorOf, listed } from "../pages";
import { LookedAt } from "./LookedAt";
import { Outcome } from "./Outcome";

type Waiting = Schemas["Quarantined"];

const MOST_AT_ONCE = 200;

/** What the door put aside: looked at, released, merged or thrown away, one or many at once. */
export default function QuarantinePage() {
  const { partner } = useSession();
  const slug = partner?.slug;
  const counts = $api.useQuery("get", "/api/v1/quarantine/count/", { params: { query: { partner: slug } } });
  const pages = $api.useInfiniteQuery(
    "get",
    "/api/v1/quarantine/",
    { params: { query: { partner: slug, page_size: 100 } } },
    { pageParamName: "cursor", initialPageParam: null, getNextPageParam: cursorOf },
  );
  return (
    <Stack>
      <Text size="sm" c="dimmed" maw={760}>
        <Trans>
          When very much comes at once, or the door noticed something odd, a complaint waits here. Most of
          them are genuine. Released, it becomes a case; what is wrong, rude or not for you is released, too,
          and turned away with advice. Delete only what is no complaint: it is destroyed for good.
        </Trans>
      </Text>
      <Loaded query={listed(pages)} lines={6} empty={<Nobody />}>
        {(found) => <Queue rows={found} counts={counts.data} />}
      </Loaded>
      {pages.hasNextPage && (
        <Button
          variant="default"
          loading={pages.isFetchingNextPage}
          onClick={() => void pages.fetchNextPage()}
        >
          <Trans>Show more</Trans>
        </Button>
      )}
    </Stack>
  );
}

function Nobody() {
  return (
    <Text>
      <Trans>The quarantine is empty.</Trans>
    </Text>
  );
}

function Queue({ rows, counts }: { rows: Waiting[]; counts: Schemas["QuarantineCount"] | undefined }) {
  const { t } = useLingui();
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const [looking, setLooking] = useState<string | null>(null);
  const here = useRef<HTMLUListElement>(null);
  const release = $api.useMutation("post", "/api/v1/quarantine/release/");
  const discard = $api.useMutation("post", "/api/v1/quarantine/delete/");
  // What went meanwhile is not chosen any more.
  const ids = rows.filter((row) => chosen.has(row.id)).map((row) => row.id);
  const few = ids.slice(0, MOST_AT_ONCE);
  const done = () => setChosen(new Set());
  const toggle = (id: string) => {
    const next = new Set(chosen);
    if (!next.delete(id)) next.add(id);
    setChosen(next);
  };
  const step = (by: number) => {
    const boxes = [...(here.current?.querySelectorAll<HTMLElement>("[data-look]") ?? [])];
    const at = boxes.indexOf(document.activeElement as HTMLElement);
    boxes[Math.min(Math.max(at + by, 0), boxes.length - 1)]?.focus();
  };
  const focused = () => document.activeElement?.closest("[data-id]")?.getAttribute("data-id");
  useShortcuts([
    { keys: "j", label: t`Next complaint`, act: () => step(1) },
    { keys: "k", label: t`Complaint before`, act: () => step(-1) },
    { keys: "x", label: t`Choose it`, act: () => toggle(focused() ?? "") },
    {
      keys: "r",
      label: t`Release it, or all that are chosen`,
      act: () => {
        const one = focused();
        const wanted = few.length > 0 ? few : one ? [one] : [];
        if (wanted.length > 0) release.mutate({ body: { ids: wanted } }, { onSuccess: done });
      },
    },
  ]);
  return (
    <Stack gap="sm">
      <Reasons counts={counts} onChoose={(reason) => setChosen(new Set(withReason(rows, reason)))} />
      <Group gap="xs">
        <Checkbox
          label={t`All that are shown`}
          checked={ids.length === rows.length}
          indeterminate={ids.length > 0 && ids.length < rows.length}
          onChange={(event) =>
            setChosen(new Set(event.currentTarget.checked ? rows.map((row) => row.id) : []))
          }
        />
        <Button
          size="xs"
          disabled={few.length === 0}
          loading={release.isPending}
          onClick={() => release.mutate({ body: { ids: few } }, { onSuccess: done })}
        >
          <Plural value={few.length} _0="Release" one="Release #" other="Release #" />
        </Button>
        <ConfirmButton
          size="xs"
          color="red"
          variant="light"
          disabled={few.length === 0}
          loading={discard.isPending}
          question={t`They are destroyed for good, and their receipts open nothing any more.`}
          onConfirm={() => discard.mutate({ body: { ids: few, reason: "spam" } }, { onSuccess: done })}
        >
          <Plural value={few.length} _0="Delete" one="Delete #" other="Delete #" />
        </ConfirmButton>
      </Group>
      <ProblemAlert problem={release.error ?? discard.error} />
      <Outcome results={(release.data ?? discard.data)?.results} />
      <Box component="ul" m={0} p={0} style={{ listStyle: "none" }} ref={here}>
        {rows.map((row) => (
          <Line
            key={row.id}
            row={row}
            chosen={chosen.has(row.id)}
            onChoose={() => toggle(row.id)}
            onLook={() => setLooking(row.id)}
          />
        ))}
      </Box>
      {looking && <LookedAt id={looking} onClose={() => setLooking(null)} />}
    </Stack>
  );
}

const withReason = (rows: Waiting[], reason: Schemas["QuarantineReason"]) =>
  rows.filter((row) => row.reasons.includes(reason)).map((row) => row.id);

interface ReasonsProps {
  counts: Schemas["QuarantineCount"] | undefined;
  onChoose: (reason: Schemas["QuarantineReason"]) => void;
}

/** How many wait for which reason; a press chooses those that are shown. */
function Reasons({ counts, onChoose }: ReasonsProps) {
  const { t } = useLingui();
  const word = useWord();
  if (!counts) return null;
  return (
    <Group gap={6} role="group" aria-label={t`Choose by reason`}>
      {counts.overdue > 0 && (
        <Text size="sm" c="red" fw={600}>
          <Plural
            value={counts.overdue}
            one="# waits for more than a week"
            other="# wait for more than a week"
          />
        </Text>
      )}
      {counts.reasons.map(({ reason, count }) => (
        <Button key={reason} size="compact-sm" variant="default" fw={400} onClick={() => onChoose(reason)}>
          {word(QUARANTINE_REASON, reason)} · {count}
        </Button>
      ))}
    </Group>
  );
}

interface LineProps {
  row: Waiting;
  chosen: boolean;
  onChoose: () => void;
  onLook: () => void;
}

function Line({ row, chosen, onChoose, onLook }: LineProps) {
  const { t } = useLingui();
  const word = useWord();
  const dates = useDates();
  const about = [word(CASE_KIND, row.kind), row.category?.name, row.institution?.name, row.place?.name];
  return (
    <Paper component="li" withBorder p="xs" mb={-1} radius={0} data-id={row.id}>
      <Group gap="sm" wrap="nowrap" align="flex-start">
        <Checkbox
          mt={4}
          checked={chosen}
          onChange={onChoose}
          aria-label={t`Choose the complaint of ${dates.moment(row.arrived_at)}`}
        />
        <Box style={{ flex: 1, minWidth: 0 }}>
          <UnstyledButton onClick={onLook} data-look w="100%">
            <Text lang={row.language} lineClamp={2}>
              {row.beginning ?? t`You may not read complaints.`}
            </Text>
          </UnstyledButton>
          <Group gap={6} mt={4}>
            <Text size="sm" c={row.overdue ? "red" : "dimmed"}>
              {dates.fromNow(row.arrived_at)}
            </Text>
            <Text size="sm" c="dimmed">
              {about.filter(Boolean).join(" · ")}
            </Text>
            {row.reasons.map((reason) => (
              <Badge
                key={reason}
                variant="default"
                color="gray"
                tt="none"
                fw={500}
                h="auto"
                styles={{ label: { whiteSpace: "normal" } }}
              >
                {word(QUARANTINE_REASON, reason)}
              </Badge>
            ))}
          </Group>
        </Box>
      </Group>
    </Paper>
  );
}
