import { Trans, useLingui } from "@lingui/react/macro";
import { Button, Card, Group, Stack, Text, Title } from "@mantine/core";
import { IconDownload } from "@tabler/icons-react";
import { useMutation } from "@tanstack/react-query";
import { lazy, Suspense } from "react";
import { Busy, Loaded } from "@/components/Loaded";
import { ProblemAlert } from "@/components/ProblemAlert";
import { $api } from "@/lib/api";
import { drawingOf } from "./charts";
import { download } from "./download";
import { useStretchName } from "./numbers";
import type { Question, Statistic, Table } from "./question";
import { StatisticTable } from "./StatisticTable";

// Whoever reads no report loads no charts.
const StatisticChart = lazy(() => import("./StatisticChart"));

/** One statistic: what it means, the picture, the numbers, and both as a file. */
export function StatisticCard({ statistic, question }: { statistic: Statistic; question: Question }) {
  const query = $api.useQuery("get", "/api/v1/statistics/{code}/", {
    params: { path: { code: statistic }, query: question },
  });
  return (
    <Card withBorder padding="md" component="section" aria-busy={query.isFetching}>
      <Loaded query={query} lines={6}>
        {(table) => <Content table={table as Table} question={question} />}
      </Loaded>
    </Card>
  );
}

function Content({ table, question }: { table: Table; question: Question }) {
  const { t } = useLingui();
  const nameOf = useStretchName();
  const drawing = drawingOf(table, nameOf);
  return (
    <Stack gap="sm">
      <Group justify="space-between" align="flex-start" gap="xs">
        <Title order={2} size="h4">
          {table.title}
        </Title>
        <Downloads table={table} question={question} />
      </Group>
      {drawing && (
        <Suspense fallback={<Busy lines={5} />}>
          <StatisticChart
            drawing={drawing}
            label={t`Chart: ${table.title}. The table below holds the same numbers.`}
          />
        </Suspense>
      )}
      {table.rows.length > 0 || table.total ? (
        <StatisticTable table={table} />
      ) : (
        <Text c="dimmed">
          <Trans>Nothing was counted in this period.</Trans>
        </Text>
      )}
      {table.notes.map((note) => (
        <Text key={note} size="sm" c="dimmed" maw="70ch">
          {note}
        </Text>
      ))}
    </Stack>
  );
}

function Downloads({ table, question }: { table: Table; question: Question }) {
  const { t } = useLingui();
  const file = useMutation({
    mutationFn: (format: "csv" | "xlsx") =>
      download(`/api/v1/statistics/${table.code}/`, { ...question, format }),
  });
  return (
    <Stack gap={4} align="flex-end">
      <Group gap={4}>
        {(["csv", "xlsx"] as const).map((format) => (
          <Button
            key={format}
            size="compact-xs"
            variant="default"
            leftSection={<IconDownload size={14} aria-hidden />}
            loading={file.isPending && file.variables === format}
            onClick={() => file.mutate(format)}
            aria-label={t`${table.title} as ${format.toUpperCase()}`}
          >
            {format.toUpperCase()}
          </Button>
        ))}
      </Group>
      <ProblemAlert problem={file.error} />
    </Stack>
  );
}
