import { useLingui } from "@lingui/react/macro";
import { Checkbox, Group, Text, UnstyledButton } from "@mantine/core";
import { useWindowVirtualizer } from "@tanstack/react-virtual";
import { useEffect, useRef } from "react";
import { Due } from "@/components/Due";
import { useDates } from "@/lib/dates";
import classes from "./CaseTable.module.css";
import { Reference, SeverityBadge, StateBadge, Unread } from "./Cell";
import type { Row } from "./useCases";
import type { Selection } from "./useSelection";

const CARD = 132;

interface Props {
  rows: Row[];
  selection: Selection;
  onPreview: (id: string) => void;
  onEnd: () => void;
}

/** The cases as cards, for a screen too narrow for a table; only those in sight exist. */
export function Cards({ rows, selection, onPreview, onEnd }: Props) {
  const { t } = useLingui();
  const list = useRef<HTMLUListElement>(null);
  const virtual = useWindowVirtualizer({
    count: rows.length,
    estimateSize: () => CARD,
    overscan: 6,
    scrollMargin: list.current?.offsetTop ?? 0,
  });
  const shown = virtual.getVirtualItems();
  const last = shown.at(-1)?.index ?? 0;
  useEffect(() => {
    if (last >= rows.length - 30) onEnd();
  }, [last, rows.length, onEnd]);
  const above = (shown[0]?.start ?? 0) - virtual.options.scrollMargin;
  return (
    <ul
      ref={list}
      aria-label={t`Cases`}
      style={{
        listStyle: "none",
        margin: 0,
        padding: 0,
        height: virtual.getTotalSize(),
        paddingTop: Math.max(0, above),
        boxSizing: "border-box",
      }}
    >
      {shown.map(({ index }) => {
        const row = rows[index];
        return row && <Card key={row.id} row={row} selection={selection} onPreview={onPreview} />;
      })}
    </ul>
  );
}

function Card({ row, selection, onPreview }: { row: Row } & Pick<Props, "selection" | "onPreview">) {
  const { t } = useLingui();
  const dates = useDates();
  return (
    <li className={classes.card} data-chosen={selection.has(row.id) || undefined}>
      <Group gap="xs" wrap="nowrap" justify="space-between">
        <Group gap="xs" wrap="nowrap">
          <Checkbox
            size="md"
            aria-label={t`Choose ${row.reference}`}
            checked={selection.has(row.id)}
            onChange={() => selection.toggle(row)}
          />
          <Reference row={row} />
          <Unread count={row.unread} />
        </Group>
        <StateBadge row={row} />
      </Group>
      <UnstyledButton w="100%" onClick={() => onPreview(row.id)} aria-label={t`Preview of ${row.reference}`}>
        <Text size="sm" lineClamp={2} mt={4}>
          {row.summary || row.category?.name || "–"}
        </Text>
        <Text size="xs" c="dimmed" truncate>
          {[row.institution?.name, row.assignee?.name].filter(Boolean).join(" · ")}
        </Text>
      </UnstyledButton>
      <Group gap="xs" wrap="nowrap" justify="space-between">
        {row.due_at ? (
          <Due day={row.due_at} />
        ) : (
          <Text size="xs" c="dimmed">
            {dates.shortDay(row.opened_at)}
          </Text>
        )}
        {row.severity > 2 && <SeverityBadge row={row} />}
      </Group>
    </li>
  );
}
