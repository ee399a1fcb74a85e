import { Trans, useLingui } from "@lingui/react/macro";
import { Alert, Button, Group, List, Stack, Text, Title } from "@mantine/core";
import { useMemo, useState } from "react";
import { useSession } from "@/lib/session";
import type { Columns, Field, ImportRun, Target, useSteps } from "./api";
import { ColumnCard } from "./ColumnCard";
import { Constants } from "./Constants";
import { asMapping, type Draft, draftOf, free, missing, saidOf } from "./draft";

interface Props {
  run: ImportRun;
  told: Columns;
  steps: ReturnType<typeof useSteps>;
}

/** Which column is what, and what is the same for all rows; then the dry run. */
export function Matching({ run, told, steps }: Props) {
  const { t } = useLingui();
  const { partner } = useSession();
  const [draft, setDraft] = useState<Draft>(() => draftOf(told, partner?.languages[0]));
  const targets = useMemo(() => new Map<Field, Target>(told.targets.map((one) => [one.field, one])), [told]);
  const lacking = missing(draft, told.targets);
  return (
    <Stack gap="md">
      <Title order={2} size="h4">
        <Trans>What is in each column?</Trans>
      </Title>
      <Stack gap="sm">
        {told.columns.map((column) => (
          <ColumnCard
            key={column.column}
            importId={run.id}
            column={column}
            said={draft.columns[column.column]}
            offered={free(draft, told.targets, column.column)}
            target={targets.get(draft.columns[column.column]?.field ?? "external_id")}
            onChoose={(field) => setDraft(withField(draft, column.column, field, told))}
            onChange={(said) => setDraft({ ...draft, columns: { ...draft.columns, [column.column]: said } })}
          />
        ))}
      </Stack>
      <Constants
        targets={told.targets}
        draft={draft}
        onChange={(constants) => setDraft({ ...draft, constants })}
      />
      {lacking.length > 0 && (
        <Alert color="yellow" title={t`Something is still missing`}>
          <Text size="sm">
            <Trans>Say in which column this stands, or what it is for all rows:</Trans>
          </Text>
          <List size="sm">
            {lacking.map((one) => (
              <List.Item key={one.field}>{one.name}</List.Item>
            ))}
          </List>
        </Alert>
      )}
      <Group>
        <Button
          disabled={lacking.length > 0}
          loading={steps.busy}
          onClick={() => void steps.tryOut(asMapping(draft, targets)).catch(() => undefined)}
        >
          <Trans>Make a dry run</Trans>
        </Button>
      </Group>
    </Stack>
  );
}

function withField(draft: Draft, column: number, field: Field | null, told: Columns): Draft {
  const { [column]: _before, ...others } = draft.columns;
  const found = told.columns.find((one) => one.column === column);
  return { ...draft, columns: field && found ? { ...others, [column]: saidOf(found, field) } : others };
}
