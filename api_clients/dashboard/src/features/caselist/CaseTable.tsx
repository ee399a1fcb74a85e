import { useLingui } from "@lingui/react/macro";
import { Checkbox, UnstyledButton } from "@mantine/core";
import { IconArrowDown, IconArrowUp, IconMail } from "@tabler/icons-react";
import { useVirtualizer } from "@tanstack/react-virtual";
import { memo, useEffect, useRef } from "react";
import { useWord } from "@/lib/own-words";
import { CASE_COLUMN } from "@/lib/words";
import classes from "./CaseTable.module.css";
import { Cell } from "./Cell";
import { WIDTH } from "./columns";
import { keepPlace, placeIn } from "./places";
import type { Column, Ordering } from "./search";
import type { Row } from "./useCases";
import type { Selection } from "./useSelection";

const ROW = 44;
const HEAD = 38;
const CHOICE = 36;

interface Props {
  /** Which list it is: each has its own place. */
  list: string;
  /** These are still the rows of the list before. */
  old: boolean;
  rows: Row[];
  columns: Column[];
  ordering: Ordering;
  onOrder: (ordering: Ordering) => void;
  selection: Selection;
  active: number;
  onActive: (index: number) => void;
  onPreview: (id: string) => void;
  /** Somebody is near the last row. */
  onEnd: () => void;
}

/** The cases as a table of which only the rows in sight exist: it scrolls alike with fifty and with thousands. */
export function CaseTable({
  list,
  old,
  rows,
  columns,
  ordering,
  onOrder,
  selection,
  active,
  onActive,
  onPreview,
  onEnd,
}: Props) {
  const { t } = useLingui();
  const box = useRef<HTMLDivElement>(null);
  const virtual = useVirtualizer({
    count: rows.length,
    getScrollElement: () => box.current,
    estimateSize: () => ROW,
    overscan: 10,
    scrollMargin: HEAD,
    scrollPaddingStart: HEAD,
    initialOffset: placeIn(list).offset,
    onChange: (here, moving) => !moving && keepPlace(list, { offset: here.scrollOffset ?? 0 }),
  });
  useEffect(() => {
    if (!old) virtual.scrollToOffset(placeIn(list).offset);
  }, [list, old, virtual]);
  const shown = virtual.getVirtualItems();
  const last = shown.at(-1)?.index ?? 0;
  useEffect(() => {
    if (last >= rows.length - 60) onEnd();
  }, [last, rows.length, onEnd]);
  useEffect(() => {
    if (active >= 0) virtual.scrollToIndex(active, { align: "auto" });
  }, [active, virtual]);
  const width = columns.reduce((sum, one) => sum + WIDTH[one], CHOICE);
  const above = (shown[0]?.start ?? HEAD) - HEAD;
  const below = virtual.getTotalSize() + HEAD - (shown.at(-1)?.end ?? HEAD);
  const all = rows.length > 0 && rows.every((row) => selection.has(row.id));
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by the keyboard
    <section ref={box} className={classes.box} data-old={old || undefined} aria-label={t`Cases`} tabIndex={0}>
      <table className={classes.table} style={{ minWidth: width }} aria-rowcount={-1}>
        <colgroup>
          <col style={{ width: CHOICE }} />
          {columns.map((one) => (
            <col key={one} style={one === "summary" ? undefined : { width: WIDTH[one] }} />
          ))}
        </colgroup>
        <thead>
          <tr>
            <th scope="col">
              <Checkbox
                size="xs"
                aria-label={t`Choose all that are loaded`}
                checked={all}
                indeterminate={!all && selection.size > 0}
                onChange={() => (all ? selection.clear() : selection.addAll(rows))}
              />
            </th>
            {columns.map((one) => (
              <Heading key={one} column={one} ordering={ordering} onOrder={onOrder} />
            ))}
          </tr>
        </thead>
        <tbody>
          {above > 0 && <tr aria-hidden style={{ height: above }} />}
          {shown.map(({ index }) => {
            const row = rows[index];
            return (
              row && (
                <TableRow
                  key={row.id}
                  row={row}
                  index={index}
                  columns={columns}
                  chosen={selection.has(row.id)}
                  active={index === active}
                  onToggle={selection.toggle}
                  onActive={onActive}
                  onPreview={onPreview}
                />
              )
            );
          })}
          {below > 0 && <tr aria-hidden style={{ height: below }} />}
        </tbody>
      </table>
    </section>
  );
}

interface RowProps {
  row: Row;
  index: number;
  columns: Column[];
  chosen: boolean;
  active: boolean;
  onToggle: (row: Row) => void;
  onActive: (index: number) => void;
  onPreview: (id: string) => void;
}

const TableRow = memo(function TableRow({
  row,
  index,
  columns,
  chosen,
  active,
  onToggle,
  onActive,
  onPreview,
}: RowProps) {
  const { t } = useLingui();
  const here = useRef<HTMLTableRowElement>(null);
  useEffect(() => {
    if (active) here.current?.focus({ preventScroll: true });
  }, [active]);
  return (
    // The keys j, k and space do the same, and say so under "?".
    <tr
      ref={here}
      aria-rowindex={index + 2}
      tabIndex={active ? 0 : -1}
      className={classes.row}
      data-chosen={chosen || undefined}
      data-active={active || undefined}
      onClick={(event) => {
        if ((event.target as HTMLElement).closest("a, input, label, button")) return;
        onActive(index);
        onPreview(row.id);
      }}
    >
      <td>
        <input
          type="checkbox"
          className={classes.choice}
          aria-label={t`Choose ${row.reference}`}
          checked={chosen}
          onChange={() => onToggle(row)}
        />
      </td>
      {columns.map((one) => (
        <td key={one}>
          <Cell row={row} column={one} />
        </td>
      ))}
    </tr>
  );
});

const ORDERED: Partial<Record<Column, [Ordering, Ordering]>> = {
  opened_at: ["-opened_at", "opened_at"],
  due_at: ["due_at", "-due_at"],
};

function Heading({ column, ordering, onOrder }: { column: Column } & Pick<Props, "ordering" | "onOrder">) {
  const word = useWord();
  const orders = ORDERED[column];
  const name = word(CASE_COLUMN, column);
  if (column === "unread")
    return (
      <th scope="col" title={name}>
        <IconMail size={16} aria-label={name} />
      </th>
    );
  if (!orders) return <th scope="col">{name}</th>;
  const descending = ordering.startsWith("-");
  const here = orders.includes(ordering);
  const Arrow = descending ? IconArrowDown : IconArrowUp;
  return (
    <th scope="col" aria-sort={here ? (descending ? "descending" : "ascending") : "none"}>
      <UnstyledButton
        className={classes.sort}
        onClick={() => onOrder(ordering === orders[0] ? orders[1] : orders[0])}
      >
        {name}
        {here && <Arrow size={14} aria-hidden />}
      </UnstyledButton>
    </th>
  );
}
