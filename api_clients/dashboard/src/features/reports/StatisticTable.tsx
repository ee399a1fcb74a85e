import { Trans, useLingui } from "@lingui/react/macro";
import { Anchor, Box, Button, Table as Grid, Text, VisuallyHidden } from "@mantine/core";
import { useState } from "react";
import { Link } from "react-router";
import type { Schemas } from "@/lib/api";
import { useNumbers, useStretchName } from "./numbers";
import type { Table } from "./question";

const AT_FIRST = 12;
const IN_DIRECTORY: readonly string[] = ["cases-by-institution", "response-times"];

/** All numbers of a statistic; the first rows, and the others when they are asked for. */
export function StatisticTable({ table }: { table: Table }) {
  const { t } = useLingui();
  const nameOf = useStretchName();
  const [whole, setWhole] = useState(false);
  const rows = whole ? table.rows : table.rows.slice(0, AT_FIRST);
  const more = table.rows.length - rows.length;
  return (
    <>
      {/* Wide tables move inside of their own frame, also by keyboard. */}
      <Box style={{ overflowX: "auto" }} tabIndex={0} role="region" aria-label={t`Table: ${table.title}`}>
        <Grid verticalSpacing={6} striped fz="sm">
          <Grid.Thead>
            <Grid.Tr>
              <Grid.Th scope="col">{table.heading}</Grid.Th>
              {table.columns.map((column) => (
                <Grid.Th key={column.code} scope="col" ta="right">
                  {nameOf(column.code, column.label)}
                </Grid.Th>
              ))}
            </Grid.Tr>
          </Grid.Thead>
          <Grid.Tbody>
            {rows.map((row) => (
              <Line key={`${row.depth} ${row.code}`} row={row} table={table} />
            ))}
          </Grid.Tbody>
          {table.total && (
            <Grid.Tfoot>
              <Line row={table.total} table={table} strong />
            </Grid.Tfoot>
          )}
        </Grid>
      </Box>
      {more > 0 && (
        <Button variant="subtle" size="xs" mt={4} onClick={() => setWhole(true)}>
          <Trans>Show all {table.rows.length} rows</Trans>
        </Button>
      )}
    </>
  );
}

function Line({ row, table, strong }: { row: Schemas["StatisticLine"]; table: Table; strong?: boolean }) {
  const linked = row.code !== "" && IN_DIRECTORY.includes(table.code);
  return (
    <Grid.Tr>
      <Grid.Th
        scope="row"
        fw={strong ? 700 : 400}
        pl={`calc(var(--mantine-spacing-xs) + ${row.depth * 16}px)`}
        miw={160}
      >
        {linked ? (
          <Anchor component={Link} to={`/institutions/${row.code}`} size="sm">
            {row.label}
          </Anchor>
        ) : (
          row.label
        )}
      </Grid.Th>
      {row.cells.map((cell, place) => {
        const column = table.columns[place];
        return (
          <Grid.Td key={column?.code ?? place} ta="right" fw={strong ? 700 : undefined}>
            <Written cell={cell} measure={column?.measure ?? "count"} />
          </Grid.Td>
        );
      })}
    </Grid.Tr>
  );
}

function Written({ cell, measure }: { cell: Schemas["StatisticCell"]; measure: Schemas["Measure"] }) {
  const write = useNumbers();
  if (cell.is_hidden) {
    return (
      <Text span c="dimmed" size="sm">
        <span aria-hidden>–</span>
        <VisuallyHidden>
          <Trans>hidden</Trans>
        </VisuallyHidden>
      </Text>
    );
  }
  return cell.value === null ? null : write(cell.value, measure);
}
