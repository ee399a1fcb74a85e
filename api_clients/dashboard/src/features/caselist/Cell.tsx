import { useLingui } from "@lingui/react/macro";
import { IconLock, IconMail } from "@tabler/icons-react";
import type { ReactNode } from "react";
import { Link } from "react-router";
import { Due } from "@/components/Due";
import { useDates } from "@/lib/dates";
import { useWord } from "@/lib/own-words";
import { CASE_KIND, CASE_OUTCOME, CASE_STAGE, CASE_STATE, SEVERITY, TASK_KIND } from "@/lib/words";
import classes from "./CaseTable.module.css";
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
      return <Summary row={row} />;
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

// Hundreds of cells come and go while somebody scrolls: plain elements, no components of the library.
function Plain({ children }: { children: ReactNode }) {
  if (!children) return null;
  return (
    <span className={classes.text} title={typeof children === "string" ? children : undefined}>
      {children}
    </span>
  );
}

/** Before anybody has written a summary, what the complaint is about. */
function Summary({ row }: { row: Row }) {
  const known = row.summary || row.category?.name;
  return (
    <span className={classes.text} data-dimmed={row.summary ? undefined : true} title={known}>
      {known}
    </span>
  );
}

export function Reference({ row }: { row: Row }) {
  const { t } = useLingui();
  return (
    <span className={classes.reference}>
      <Link to={`/cases/${row.id}`}>{row.reference}</Link>
      {row.restricted && <IconLock size={14} aria-label={t`Restricted to named persons`} />}
    </span>
  );
}

export function StateBadge({ row }: { row: Row }) {
  const word = useWord();
  const state = word(CASE_STATE, row.state);
  return (
    <span className={classes.badge} data-stage={row.stage} title={state}>
      {state}
    </span>
  );
}

export function SeverityBadge({ row }: { row: Row }) {
  const word = useWord();
  if (row.severity < 3) return <Plain>{word(SEVERITY, row.severity)}</Plain>;
  const [short = ""] = word(SEVERITY, row.severity).split(":");
  return (
    <span className={classes.badge} data-severity={row.severity}>
      {short}
    </span>
  );
}

export function Unread({ count }: { count: number | null }) {
  const { t } = useLingui();
  if (!count) return null;
  return (
    <span
      className={classes.badge}
      data-stage="intake"
      title={t`Messages of the complainant that nobody has read`}
    >
      <IconMail size={12} aria-hidden /> {count}
    </span>
  );
}

export function Tags({ tags }: { tags: string[] | null }) {
  if (!tags || tags.length === 0) return null;
  return (
    <span className={classes.text} title={tags.join(", ")}>
      {tags.map((one) => (
        <span key={one} className={classes.badge}>
          {one}
        </span>
      ))}
    </span>
  );
}
