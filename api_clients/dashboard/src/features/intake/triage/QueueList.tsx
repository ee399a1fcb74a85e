import { useLingui } from "@lingui/react/macro";
import { Text, UnstyledButton } from "@mantine/core";
import { useEffect, useRef } from "react";
import type { Schemas } from "@/lib/api";
import { useDates } from "@/lib/dates";
import { useWord } from "@/lib/own-words";
import { CASE_KIND, CASE_STATE, SEVERITY } from "@/lib/words";
import classes from "./triage.module.css";

export type QueueRow = Schemas["CaseRow"];

interface Props {
  rows: readonly QueueRow[];
  current: string;
  onChoose: (id: string) => void;
}

/** What waits, in order; the one that is read stands out. */
export function QueueList({ rows, current, onChoose }: Props) {
  const { t } = useLingui();
  return (
    <nav aria-label={t`New complaints`}>
      {rows.map((row) => (
        <Line key={row.id} row={row} current={row.id === current} onChoose={() => onChoose(row.id)} />
      ))}
    </nav>
  );
}

function Line({ row, current, onChoose }: { row: QueueRow; current: boolean; onChoose: () => void }) {
  const word = useWord();
  const dates = useDates();
  const here = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    if (current) here.current?.scrollIntoView({ block: "nearest" });
  }, [current]);
  const about = [
    row.state !== "received" && word(CASE_STATE, row.state),
    row.severity > 2 && word(SEVERITY, row.severity),
    row.assignee?.name,
    dates.fromNow(row.opened_at),
  ];
  return (
    <UnstyledButton ref={here} className={classes.row} aria-current={current} onClick={onChoose}>
      <Text size="sm" fw={600}>
        {row.reference}
      </Text>
      <Text size="sm" lineClamp={2}>
        {row.summary || [word(CASE_KIND, row.kind), row.category?.name].filter(Boolean).join(": ")}
      </Text>
      <Text size="xs" c="dimmed">
        {about.filter(Boolean).join(" · ")}
      </Text>
    </UnstyledButton>
  );
}
