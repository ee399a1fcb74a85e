import { Trans, useLingui } from "@lingui/react/macro";
import { Anchor, Badge, Button, Code, Group, Paper, Select, Stack, Text } from "@mantine/core";
import { useState } from "react";
import { Link, useParams } from "react-router";
import { Busy } from "@/components/Loaded";
import { PageTitle } from "@/components/PageTitle";
import { ProblemAlert } from "@/components/ProblemAlert";
import { $api, cursorOf, type Schemas } from "@/lib/api";
import { useDates } from "@/lib/dates";
import { useWord } from "@/lib/own-words";
import { WEBHOOK_DELIVERY_PROBLEM, WEBHOOK_DELIVERY_STATE, WEBHOOK_SENT_TYPE } from "@/lib/words";
import type { Delivery } from "./api";

type State = Schemas["WebhookDeliveryState"];
const STATES = Object.keys(WEBHOOK_DELIVERY_STATE) as State[];
const COLOUR: Record<State, string> = {
  waiting: "yellow",
  delivered: "green",
  failed: "red",
  withheld: "gray",
};
const LOG = "/api/v1/partners/{slug}/webhooks/{webhook_id}/deliveries/" as const;

/** What was sent in the last 30 days, newest first, each with its tries. */
export function DeliveryLog({ slug }: { slug: string }) {
  const { t } = useLingui();
  const word = useWord();
  const id = useParams().webhookId ?? "";
  const [state, setState] = useState<State | null>(null);
  const pages = $api.useInfiniteQuery(
    "get",
    LOG,
    { params: { path: { slug, webhook_id: id }, query: state ? { state } : {} } },
    {
      pageParamName: "cursor",
      initialPageParam: null,
      getNextPageParam: (last: { next: string | null }) => cursorOf(last.next),
    },
  );
  const rows = pages.data?.pages.flatMap((page) => page.results) ?? [];
  return (
    <Stack>
      <Anchor component={Link} to="/settings/webhooks" size="sm">
        <Trans>Webhooks</Trans>
      </Anchor>
      <PageTitle name={t`What was sent`} />
      <Group align="end">
        <Select
          label={t`State`}
          clearable
          data={STATES.map((value) => ({ value, label: word(WEBHOOK_DELIVERY_STATE, value) }))}
          value={state}
          onChange={(next) => setState(next as State | null)}
        />
        <Button variant="default" onClick={() => void pages.refetch()} loading={pages.isRefetching}>
          <Trans>Look again</Trans>
        </Button>
      </Group>
      <ProblemAlert problem={pages.error} onRetry={() => void pages.refetch()} />
      {pages.isPending && <Busy lines={4} />}
      {pages.data && rows.length === 0 && (
        <Text c="dimmed">
          <Trans>Nothing was sent in the last 30 days.</Trans>
        </Text>
      )}
      <Stack gap="xs" component="ul" p={0} m={0} style={{ listStyle: "none" }}>
        {rows.map((one) => (
          <Row key={one.id} slug={slug} webhookId={id} delivery={one} />
        ))}
      </Stack>
      {pages.hasNextPage && (
        <Button variant="subtle" loading={pages.isFetching} onClick={() => void pages.fetchNextPage()}>
          <Trans>Show more</Trans>
        </Button>
      )}
    </Stack>
  );
}

interface RowProps {
  slug: string;
  webhookId: string;
  delivery: Delivery;
}

function Row({ slug, webhookId, delivery }: RowProps) {
  const { t } = useLingui();
  const word = useWord();
  const dates = useDates();
  const [open, setOpen] = useState(false);
  const replay = $api.useMutation("post", `${LOG}{delivery_id}/replay/`);
  const path = { slug, webhook_id: webhookId, delivery_id: delivery.id };
  return (
    <Paper component="li" withBorder p="sm">
      <Group justify="space-between" gap="sm">
        <Stack gap={2} miw={0}>
          <Group gap="xs">
            <Text fw={600}>{word(WEBHOOK_SENT_TYPE, delivery.event)}</Text>
            <Badge color={COLOUR[delivery.state]} variant="light" tt="none">
              {word(WEBHOOK_DELIVERY_STATE, delivery.state)}
            </Badge>
          </Group>
          <Text size="sm" c="dimmed" style={{ overflowWrap: "anywhere" }}>
            {dates.moment(delivery.created_at)} · {delivery.message_id} · {t`Tries: ${delivery.tries}`}
            {delivery.next_try_at && ` · ${t`Next try: ${dates.moment(delivery.next_try_at)}`}`}
          </Text>
        </Stack>
        <Group gap="xs">
          <Button size="xs" variant="default" aria-expanded={open} onClick={() => setOpen(!open)}>
            <Trans>Tries</Trans>
          </Button>
          <Button
            size="xs"
            variant="default"
            disabled={delivery.state === "withheld"}
            loading={replay.isPending}
            onClick={() => replay.mutate({ params: { path } })}
          >
            <Trans>Send again</Trans>
          </Button>
        </Group>
      </Group>
      <ProblemAlert problem={replay.error} />
      {open && <Tries path={path} />}
    </Paper>
  );
}

function Tries({ path }: { path: { slug: string; webhook_id: string; delivery_id: string } }) {
  const word = useWord();
  const dates = useDates();
  const { i18n } = useLingui();
  const lasting = new Intl.NumberFormat(i18n.locale, { style: "unit", unit: "millisecond" });
  const found = $api.useQuery("get", `${LOG}{delivery_id}/`, { params: { path } });
  if (found.error) return <ProblemAlert problem={found.error} onRetry={() => void found.refetch()} />;
  if (!found.data) return <Busy lines={2} />;
  const { attempts, body } = found.data;
  return (
    <Stack gap={4} mt="xs">
      {attempts.map((one) => (
        <Text key={one.at} size="sm">
          {dates.moment(one.at)} · {lasting.format(one.milliseconds)}
          {one.status !== null && ` · HTTP ${one.status}`}
          {one.problem && ` · ${word(WEBHOOK_DELIVERY_PROBLEM, one.problem)}`}
        </Text>
      ))}
      {attempts.length === 0 && (
        <Text size="sm" c="dimmed">
          <Trans>It was not tried yet.</Trans>
        </Text>
      )}
      {body !== null && <Code block>{body}</Code>}
    </Stack>
  );
}
