import { Trans, useLingui } from "@lingui/react/macro";
import { Button, Group, List, ScrollArea, Stack, Table, Text, Title } from "@mantine/core";
import { IconDownload } from "@tabler/icons-react";
import { useMutation } from "@tanstack/react-query";
import { Loaded } from "@/components/Loaded";
import { ProblemAlert } from "@/components/ProblemAlert";
import { downloadProblems, type ImportRun, useProblems } from "./api";

/** What is wrong: how often, then cell by cell, and all of it as a file to work through. */
export function Problems({ run, headings }: { run: ImportRun; headings: readonly string[] }) {
  const problems = useProblems(run.id, run.problem_counts.length > 0);
  const download = useMutation({ mutationFn: () => downloadProblems(run.id, "xlsx") });
  if (run.problem_counts.length === 0) return null;
  return (
    <Stack gap="sm">
      <Group justify="space-between" gap="xs">
        <Title order={2} size="h4">
          <Trans>What is wrong</Trans>
        </Title>
        <Button
          variant="default"
          size="xs"
          leftSection={<IconDownload size={16} aria-hidden />}
          loading={download.isPending}
          onClick={() => download.mutate()}
        >
          <Trans>As a spreadsheet</Trans>
        </Button>
      </Group>
      <ProblemAlert problem={download.error} />
      <List size="sm">
        {run.problem_counts.map((one) => (
          <List.Item key={one.code}>
            {one.message} <strong>({one.count})</strong>
          </List.Item>
        ))}
      </List>
      <Loaded query={problems}>
        {(pages) => (
          <ProblemTable problems={pages.pages.flatMap((page) => page.results)} headings={headings} />
        )}
      </Loaded>
      {problems.hasNextPage && (
        <Group>
          <Button
            variant="default"
            loading={problems.isFetchingNextPage}
            onClick={() => void problems.fetchNextPage()}
          >
            <Trans>Show more</Trans>
          </Button>
        </Group>
      )}
    </Stack>
  );
}

type Problem = NonNullable<ReturnType<typeof useProblems>["data"]>["pages"][number]["results"][number];

function ProblemTable({ problems, headings }: { problems: Problem[]; headings: readonly string[] }) {
  const { t } = useLingui();
  return (
    <ScrollArea type="auto" viewportProps={{ tabIndex: 0, role: "region", "aria-label": t`What is wrong` }}>
      <Table striped miw={560}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>
              <Trans>Row</Trans>
            </Table.Th>
            <Table.Th>
              <Trans>Column</Trans>
            </Table.Th>
            <Table.Th>
              <Trans>What stands there</Trans>
            </Table.Th>
            <Table.Th>
              <Trans>What is wrong</Trans>
            </Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {problems.map((one) => (
            <Table.Tr key={`${one.row} ${one.column} ${one.code} ${one.field}`}>
              <Table.Td>{one.row}</Table.Td>
              <Table.Td>{one.column === null ? "–" : (headings[one.column] ?? one.column + 1)}</Table.Td>
              <Table.Td>
                <Text size="sm" lineClamp={2} style={{ overflowWrap: "anywhere" }}>
                  {one.value || "–"}
                </Text>
              </Table.Td>
              <Table.Td>{one.message}</Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </ScrollArea>
  );
}
