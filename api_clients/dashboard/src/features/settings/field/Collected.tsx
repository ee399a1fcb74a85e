import { Plural, Trans, useLingui } from "@lingui/react/macro";
import { Alert, Anchor, Badge, Button, Code, Group, Modal, Paper, Stack, Text } from "@mantine/core";
import { Link } from "react-router";
import { ConfirmButton } from "@/components/ConfirmButton";
import { Busy } from "@/components/Loaded";
import { ProblemAlert } from "@/components/ProblemAlert";
import { Section } from "@/components/Section";
import { $api, cursorOf, type Schemas } from "@/lib/api";
import { useDates } from "@/lib/dates";

const AT = "/api/v1/partners/{slug}/collected/" as const;

/** What came from the field, newest first: files that are still on the way, receipts that nobody has yet. */
export function Collected({ slug }: { slug: string }) {
  const { t } = useLingui();
  const pages = $api.useInfiniteQuery(
    "get",
    AT,
    { params: { path: { slug }, query: {} } },
    {
      pageParamName: "cursor",
      initialPageParam: null,
      getNextPageParam: (last: { next: string | null }) => cursorOf(last.next),
    },
  );
  const rows = pages.data?.pages.flatMap((page) => page.results) ?? [];
  return (
    <Section title={t`What was collected`}>
      <Stack>
        <Text size="sm">
          <Trans>
            No telephone gets a receipt. Draw it here when you can hand it over, and bring it to the person:
            without it nobody can come back.
          </Trans>
        </Text>
        <ProblemAlert problem={pages.error} onRetry={() => void pages.refetch()} />
        {pages.isPending && <Busy lines={3} />}
        {pages.data && rows.length === 0 && (
          <Text c="dimmed">
            <Trans>Nothing has come from the field yet.</Trans>
          </Text>
        )}
        <Stack gap="xs" component="ul" p={0} m={0} style={{ listStyle: "none" }}>
          {rows.map((one) => (
            <One key={one.id} slug={slug} collected={one} />
          ))}
        </Stack>
        {pages.hasNextPage && (
          <Group>
            <Button
              variant="default"
              loading={pages.isFetchingNextPage}
              onClick={() => void pages.fetchNextPage()}
            >
              <Trans>Show more</Trans>
            </Button>
          </Group>
        )}
      </Stack>
    </Section>
  );
}

function One({ slug, collected }: { slug: string; collected: Schemas["Collected"] }) {
  const { t } = useLingui();
  const dates = useDates();
  const draw = $api.useMutation("post", `${AT}{submission_id}/receipt/`);
  const missing = collected.files_missing;
  return (
    <Paper component="li" withBorder p="sm">
      <Group justify="space-between" gap="sm">
        <Stack gap={4} miw={0}>
          <Anchor component={Link} to={`/cases/${collected.case}`} fw={600}>
            {collected.reference}
          </Anchor>
          <Text size="sm" c="dimmed" style={{ overflowWrap: "anywhere" }}>
            {collected.access} · {dates.shortDay(collected.arrived_at)}
          </Text>
          <Group gap={6}>
            {missing > 0 && (
              <Badge variant="light" color="orange" tt="none">
                <Plural value={missing} one="# file has not come" other="# files have not come" />
              </Badge>
            )}
            {collected.receipt_given_at && (
              <Badge variant="light" color="gray" tt="none">
                <Trans>receipt drawn {dates.shortDay(collected.receipt_given_at)}</Trans>
              </Badge>
            )}
          </Group>
          <ProblemAlert problem={draw.error} />
        </Stack>
        {!collected.receipt_given_at && (
          <ConfirmButton
            size="xs"
            variant="default"
            question={t`It is shown once. Draw it when you can write it down or print it.`}
            onConfirm={() => draw.mutate({ params: { path: { slug, submission_id: collected.id } } })}
          >
            <Trans>Draw the receipt</Trans>
          </ConfirmButton>
        )}
      </Group>
      {draw.data && <Drawn receipt={draw.data} onClose={() => draw.reset()} />}
    </Paper>
  );
}

function Drawn({ receipt, onClose }: { receipt: Schemas["NewReceipt"]; onClose: () => void }) {
  const { t } = useLingui();
  return (
    <Modal
      opened
      onClose={onClose}
      title={t`The receipt`}
      closeButtonProps={{ "aria-label": t`Close` }}
      closeOnClickOutside={false}
    >
      <Stack>
        <Alert color="yellow">
          <Trans>Write it down for the person it belongs to, and keep no copy. It is shown this once.</Trans>
        </Alert>
        <Code block fz="lg">
          {receipt.formatted}
        </Code>
        <Group justify="flex-end">
          <Button onClick={onClose}>
            <Trans>I have it on paper</Trans>
          </Button>
        </Group>
      </Stack>
    </Modal>
  );
}
