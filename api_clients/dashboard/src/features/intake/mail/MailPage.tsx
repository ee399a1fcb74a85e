import { Trans, useLingui } from "@lingui/react/macro";
import { Badge, Box, Button, SegmentedControl, Stack, Text, UnstyledButton } from "@mantine/core";
import { useSearchParams } from "react-router";
import { Loaded } from "@/components/Loaded";
import { $api, type Schemas } from "@/lib/api";
import { useDates } from "@/lib/dates";
import { useWord } from "@/lib/own-words";
import { useSession } from "@/lib/session";
import { useShortcuts } from "@/lib/shortcuts";
import { MAIL_DISMISSAL_REASON, MAIL_REMARK } from "@/lib/words";
import { cursorOf, listed } from "../pages";
import classes from "../triage/triage.module.css";
import { OneMail } from "./OneMail";

type Row = Schemas["IncomingMail"];
const STATES = ["triage", "dismissed"] as const;

/** Mail that found no case by itself: somebody says where it belongs. */
export default function MailPage() {
  const { t } = useLingui();
  const { partner } = useSession();
  const [params, setParams] = useSearchParams();
  const state = STATES.find((one) => one === params.get("state")) ?? "triage";
  const pages = $api.useInfiniteQuery(
    "get",
    "/api/v1/incoming-mail/",
    { params: { query: { state: [state], partner: partner?.slug, page_size: 50 } } },
    { pageParamName: "cursor", initialPageParam: null, getNextPageParam: cursorOf },
  );
  const mail = params.get("mail");
  const empty = state === "triage" ? t`All mail is sorted.` : t`Nothing was set aside in the last 90 days.`;
  return (
    <Stack gap="sm">
      <SegmentedControl
        size="xs"
        style={{ alignSelf: "flex-start" }}
        aria-label={t`Which mail`}
        value={state}
        onChange={(next) => setParams(next === "triage" ? {} : { state: next }, { replace: true })}
        data={[
          { value: "triage", label: t`To be sorted` },
          { value: "dismissed", label: t`Set aside` },
        ]}
      />
      <Loaded query={listed(pages)} isEmpty={(found) => found.length === 0 && !mail} empty={empty}>
        {(found) => <Desk rows={found} more={pages.hasNextPage} onMore={() => void pages.fetchNextPage()} />}
      </Loaded>
    </Stack>
  );
}

function Desk({ rows, more, onMore }: { rows: Row[]; more: boolean; onMore: () => void }) {
  const { t } = useLingui();
  const [params, setParams] = useSearchParams();
  const current = params.get("mail") ?? rows[0]?.id;
  const at = rows.findIndex((row) => row.id === current);
  const go = (id: string | undefined) => {
    // Somebody may have gone elsewhere while the list was fetched again.
    if ((id ?? null) === params.get("mail")) return;
    const next = new URLSearchParams(params);
    if (id) next.set("mail", id);
    else next.delete("mail");
    setParams(next, { replace: true });
  };
  const step = (by: number) => {
    const next = rows[at + by];
    if (next) go(next.id);
  };
  useShortcuts([
    { keys: "j", label: t`Next mail`, act: () => step(1) },
    { keys: "k", label: t`Mail before`, act: () => step(-1) },
  ]);
  return (
    <div className={classes.desk}>
      <Box className={classes.queue} component="nav" aria-label={t`Mail to be sorted`} data-always>
        {rows.map((row) => (
          <Line key={row.id} row={row} current={row.id === current} onChoose={() => go(row.id)} />
        ))}
        {more && (
          <Button fullWidth variant="subtle" onClick={onMore}>
            <Trans>Show more</Trans>
          </Button>
        )}
      </Box>
      {current && (
        <OneMail key={current} id={current} onSorted={() => go((rows[at + 1] ?? rows[at - 1])?.id)} />
      )}
    </div>
  );
}

function Line({ row, current, onChoose }: { row: Row; current: boolean; onChoose: () => void }) {
  const { t } = useLingui();
  const word = useWord();
  const dates = useDates();
  return (
    <UnstyledButton className={classes.row} aria-current={current} onClick={onChoose}>
      <Text size="sm" fw={600} lineClamp={1}>
        {row.subject || t`Without a subject`}
      </Text>
      <Text size="sm" lineClamp={1}>
        {row.sender}
      </Text>
      <Text size="xs" c="dimmed">
        {dates.fromNow(row.arrived_at)}
        {row.dismissal && ` · ${word(MAIL_DISMISSAL_REASON, row.dismissal)}`}
      </Text>
      {row.remarks.map((remark) => (
        <Badge key={remark} size="sm" variant="light" color="gray" tt="none" fw={500}>
          {word(MAIL_REMARK, remark)}
        </Badge>
      ))}
    </UnstyledButton>
  );
}
