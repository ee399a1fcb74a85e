import { useLingui } from "@lingui/react/macro";
import { Badge, Group, Text, Tooltip } from "@mantine/core";
import { IconLock, IconMail } from "@tabler/icons-react";
import type { ReactNode } from "react";
import { Link } from "react-router";
import { Due } from "@/components/Due";
import { useDates } from "@/lib/dates";
import { useWord } from "@/lib/own-words";
import { CASE_KIND, CASE_OUTCOME, CASE_STAGE, CASE_STATE, SEVERITY, TASK_KIND } from "@/lib/words";
import type { Column } from "./search";
import type { Row } from "./useCases";

/** What a row shows under a column. */
export function Cell({ row, column }: { row: Row; column: Column }) {
  const word = useWord();
  const dates = useDates();
  switch (column) {
    case "reference":
      return <Reference row={row} />;
    case "summary":
      return <Plain>{row.summary}</Plain>;
    case "kind":
      return <Plain>{word(CASE_KIND, row.kind)}</Plain>;
    case "stage":
      return <Plain>{word(CASE_STAGE, row.stage)}</Plain>;
    case "state":
      return <StateBadge row={row} />;
    case "severity":
      return <SeverityBadge row={row} />;
    case "category":
    case "institution":
    case "place":
      return <Plain>{row[column]?.name}</Plain>;
    case "owner":
      return <Plain>{row.owner}</Plain>;
    case "assignee":
      return <Plain>{row.assignee?.name}</Plain>;
    case "opened_at":
    case "resolved_at":
    case "closed_at":
      return <Plain>{row[column] && dates.shortDay(row[column])}</Plain>;
    case "changed_at":
      return <Plain>{row.changed_at && dates.fromNow(row.changed_at)}</Plain>;
    case "due_at":
      return <Due day={row.due_at} />;
    case "waits_for":
      return <Plain>{row.waits_for?.institution?.name}</Plain>;
    case "next_task":
      return (
        <Plain>
          {row.next_task &&
            `${dates.shortDay(row.next_task.due_on)} · ${word(TASK_KIND, row.next_task.kind)}`}
        </Plain>
      );
    case "unread":
      return <Unread count={row.unread} />;
    case "tags":
      return <Tags tags={row.tags} />;
    case "outcome":
      return <Plain>{row.outcome && word(CASE_OUTCOME, row.outcome)}</Plain>;
  }
}

function Plain({ children }: { children: ReactNode }) {
  if (!children) return null;
  return (
    <Text size="sm" truncate title={typeof children === "string" ? children : undefined}>
      {children}
    </Text>
  );
}

export function Reference({ row }: { row: Row }) {
  const { t } = useLingui();
  return (
    <Group gap={4} wrap="nowrap">
      <Text component={Link} to={`/cases/${row.id}`} size="sm" fw={600} truncate>
        {row.reference}
      </Text>
      {row.restricted && <IconLock size={14} aria-label={t`Restricted to named persons`} />}
    </Group>
  );
}

const COLOURS: Record<Row["stage"], string> = {
  intake: "indigo",
  referral: "teal",
  follow_up: "orange",
  resolution: "gray",
  ended: "gray",
};

export function StateBadge({ row }: { row: Row }) {
  const word = useWord();
  return (
    <Badge variant="light" color={COLOURS[row.stage]} tt="none" fw={500} maw="100%">
      {word(CASE_STATE, row.state)}
    </Badge>
  );
}

export function SeverityBadge({ row }: { row: Row }) {
  const word = useWord();
  if (row.severity < 3) return <Plain>{word(SEVERITY, row.severity)}</Plain>;
  const [short = ""] = word(SEVERITY, row.severity).split(":");
  return (
    <Badge variant={row.severity === 4 ? "filled" : "light"} color="red" tt="none" fw={600}>
      {short}
    </Badge>
  );
}

export function Unread({ count }: { count: number | null }) {
  const { t } = useLingui();
  if (!count) return null;
  return (
    <Tooltip label={t`Messages of the complainant that nobody has read`}>
      <Badge leftSection={<IconMail size={12} aria-hidden />} variant="light" color="indigo">
        {count}
      </Badge>
    </Tooltip>
  );
}

export function Tags({ tags }: { tags: string[] | null }) {
  if (!tags || tags.length === 0) return null;
  return (
    <Group gap={4} wrap="nowrap" style={{ overflow: "hidden" }}>
      {tags.map((one) => (
        <Badge key={one} variant="outline" color="gray" size="sm" tt="none" style={{ flexShrink: 0 }}>
          {one}
        </Badge>
      ))}
    </Group>
  );
}
