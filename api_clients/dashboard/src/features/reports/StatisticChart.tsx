import "@mantine/charts/styles.css";
import { BarChart } from "@mantine/charts";
import { Box } from "@mantine/core";
import type { Drawing } from "./charts";

/** The picture of a table. Whoever does not see it reads the table below, which says the same and more. */
export default function StatisticChart({ drawing, label }: { drawing: Drawing; label: string }) {
  const alongRows = drawing.along === "rows";
  const longest = Math.max(...drawing.data.map((row) => String(row.label).length));
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
        legendProps={{ verticalAlign: "bottom" }}
        gridAxis={alongRows ? "y" : "x"}
        tickLine="none"
        maxBarWidth={34}
        yAxisProps={
          alongRows ? { width: Math.min(150, 8 * longest + 12) } : { width: 40, allowDecimals: false }
        }
        xAxisProps={alongRows ? { allowDecimals: false } : { minTickGap: 12 }}
        // Between two colours a line of the page's own: not everybody tells colours apart.
        barProps={{ stroke: "var(--mantine-color-body)", strokeWidth: 1, isAnimationActive: false }}
        barChartProps={{ accessibilityLayer: false }}
      />
    </Box>
  );
}
