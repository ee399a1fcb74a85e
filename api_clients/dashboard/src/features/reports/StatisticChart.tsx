import "@mantine/charts/styles.css";
import { BarChart } from "@mantine/charts";
import { Box } from "@mantine/core";
import type { Drawing } from "./charts";

const LONGEST = 22;

/** The picture of a table. Whoever does not see it reads the table below, which says the same and more. */
export default function StatisticChart({ drawing, label }: { drawing: Drawing; label: string }) {
  const alongRows = drawing.along === "rows";
  const longest = Math.min(LONGEST, Math.max(...drawing.data.map((row) => String(row.label).length)));
  return (
    <Box role="img" aria-label={label}>
      <BarChart
        h={alongRows ? Math.max(120, 34 * drawing.data.length + 70) : 280}
        data={drawing.data}
        dataKey="label"
        type="stacked"
        orientation={alongRows ? "vertical" : "horizontal"}
        series={drawing.series}
        withLegend={drawing.series.length > 1}
        legendProps={{ verticalAlign: "bottom", itemSorter: null }}
        gridAxis={alongRows ? "y" : "x"}
        tickLine="none"
        maxBarWidth={34}
        yAxisProps={
          alongRows
            ? { width: 7 * longest + 16, tickFormatter: cut, interval: 0 }
            : { width: 40, allowDecimals: false }
        }
        xAxisProps={alongRows ? { allowDecimals: false } : { minTickGap: 12 }}
        // Between two colours a line of the page's own: not everybody tells colours apart.
        barProps={{ stroke: "var(--mantine-color-body)", strokeWidth: 1, isAnimationActive: false }}
        barChartProps={{ accessibilityLayer: false }}
      />
    </Box>
  );
}

/** Beside a bar there is one line; the table has the whole name. */
function cut(label: string): string {
  return label.length > LONGEST ? `${label.slice(0, LONGEST - 1).trimEnd()}…` : label;
}
