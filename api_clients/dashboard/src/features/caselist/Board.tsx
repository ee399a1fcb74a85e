import { Trans, useLingui } from "@lingui/react/macro";
import { Badge, Button, Card, Group, Stack, Text, Title } from "@mantine/core";
import { Due } from "@/components/Due";
import { Loaded } from "@/components/Loaded";
import { counted } from "@/lib/dates";
import { useWord } from "@/lib/own-words";
import { CASE_STAGE } from "@/lib/words";
import classes from "./CaseTable.module.css";
import { Reference, SeverityBadge, StateBadge, Unread } from "./Cell";
import type { Filters, Ordering } from "./search";
import { type FacetValue, type Row, useCases } from "./useCases";

type Stage = NonNullable<Filters["stage"]>[number];
const STAGES: readonly Stage[] = ["intake", "referral", "follow_up", "resolution", "ended"];

interface Props {
  filters: Filters;
  ordering: Ordering;
  counts: FacetValue[] | undefined;
  onPreview: (id: string) => void;
}

/** The cases by stage, a lane each. A case moves by what is done in it, never by being dragged. */
export function Board({ filters, ordering, counts, onPreview }: Props) {
  const { t } = useLingui();
  const wanted = filters.stage?.length ? STAGES.filter((one) => filters.stage?.includes(one)) : STAGES;
  return (
    <section className={classes.board} aria-label={t`Board by stage`}>
      {wanted.map((stage) => (
        <Lane
          key={stage}
          stage={stage}
          filters={filters}
          ordering={ordering}
          count={counts?.find((one) => one.value === stage)}
          onPreview={onPreview}
        />
      ))}
    </section>
  );
}

interface LaneProps extends Omit<Props, "counts"> {
  stage: Stage;
  count: FacetValue | undefined;
}

function Lane({ stage, filters, ordering, count, onPreview }: LaneProps) {
  const word = useWord();
  const { t } = useLingui();
  const found = useCases({ ...filters, stage: [stage] }, ordering, ["unread"]);
  const name = word(CASE_STAGE, stage);
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by the keyboard
    <section className={classes.lane} aria-label={name} tabIndex={0}>
      <Group justify="space-between" mb="xs">
        <Title order={2} size="h6">
          {name}
        </Title>
        {count && (
          <Badge variant="default">
            {counted(count.count)}
            {count.capped && "+"}
          </Badge>
        )}
      </Group>
      <Loaded query={found} isEmpty={() => found.rows.length === 0} empty={t`Nothing here`}>
        {() => (
          <Stack gap={8}>
            {found.rows.map((row) => (
              <BoardCard key={row.id} row={row} onPreview={onPreview} />
            ))}
            {found.hasNextPage && (
              <Button
                size="xs"
                variant="subtle"
                loading={found.isFetchingNextPage}
                onClick={() => void found.fetchNextPage()}
              >
                <Trans>More</Trans>
              </Button>
            )}
          </Stack>
        )}
      </Loaded>
    </section>
  );
}

function BoardCard({ row, onPreview }: { row: Row; onPreview: (id: string) => void }) {
  const { t } = useLingui();
  return (
    <Card withBorder padding="xs">
      <Group justify="space-between" gap={4}>
        <Reference row={row} />
        <Unread count={row.unread} />
      </Group>
      <Text size="sm" lineClamp={2} my={4}>
        {row.summary || row.category?.name}
      </Text>
      <Group gap={6} justify="space-between">
        <StateBadge row={row} />
        {row.severity > 2 && <SeverityBadge row={row} />}
      </Group>
      <Group gap="xs" justify="space-between" mt={4}>
        <Due day={row.due_at} />
        <Text size="xs" c="dimmed" truncate maw={120}>
          {row.assignee?.name}
        </Text>
        <Button
          size="compact-xs"
          variant="subtle"
          onClick={() => onPreview(row.id)}
          aria-label={t`Preview of ${row.reference}`}
        >
          <Trans>Preview</Trans>
        </Button>
      </Group>
    </Card>
  );
}
