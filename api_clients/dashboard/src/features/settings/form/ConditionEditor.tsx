import { Trans, useLingui } from "@lingui/react/macro";
import {
  Button,
  Code,
  Group,
  MultiSelect,
  Paper,
  SegmentedControl,
  Select,
  Stack,
  TagsInput,
  Text,
} from "@mantine/core";
import { useId } from "react";
import { conditionOf, type Row, type Rows, rowsOf, type Value } from "./conditions";
import type { Question } from "./model";
import { useTextIn } from "./useTextIn";

interface Props {
  label: string;
  condition: unknown;
  before: Question[];
  onChange: (condition: Record<string, unknown> | undefined) => void;
  errors?: string[];
}

/** When something is asked or shown: rows that look at answers of earlier sections. */
export function ConditionEditor({ label, condition, before, onChange, errors = [] }: Props) {
  const { t } = useLingui();
  const id = useId();
  const found = rowsOf(condition);
  const first = before[0];
  return (
    <Stack gap="xs" role="group" aria-labelledby={id}>
      <Text size="sm" fw={500} id={id}>
        {label}
      </Text>
      {found === null ? (
        <Group gap="xs">
          <Code block>{JSON.stringify(condition)}</Code>
          <Button size="compact-sm" variant="default" onClick={() => onChange(undefined)}>
            <Trans>Remove this condition</Trans>
          </Button>
        </Group>
      ) : (
        <RowsEditor rows={found} before={before} onChange={(rows) => onChange(conditionOf(rows))} />
      )}
      {errors.map((one) => (
        <Text key={one} size="sm" c="red" role="alert">
          {one}
        </Text>
      ))}
      {found && first && (
        <Button
          size="compact-sm"
          variant="default"
          style={{ alignSelf: "flex-start" }}
          onClick={() =>
            onChange(
              conditionOf({
                ...found,
                rows: [...found.rows, { question: first.name, values: firstValues(first), not: false }],
              }),
            )
          }
        >
          {found.rows.length === 0 ? t`Only under a condition…` : t`One more condition`}
        </Button>
      )}
      {!first && !condition && (
        <Text size="xs" c="dimmed">
          <Trans>Conditions look at answers of earlier sections; there is no such question yet.</Trans>
        </Text>
      )}
    </Stack>
  );
}

function RowsEditor({
  rows: { join, rows },
  before,
  onChange,
}: {
  rows: Rows;
  before: Question[];
  onChange: (rows: Rows) => void;
}) {
  const { t } = useLingui();
  const change = (at: number, row: Row | null) =>
    onChange({ join, rows: rows.flatMap((one, number) => (number !== at ? [one] : row ? [row] : [])) });
  return (
    <>
      {rows.length > 1 && (
        <SegmentedControl
          size="xs"
          style={{ alignSelf: "flex-start" }}
          data={[
            { value: "all", label: t`All of these` },
            { value: "any", label: t`One of these is enough` },
          ]}
          value={join}
          onChange={(value) => onChange({ join: value as Rows["join"], rows })}
        />
      )}
      {rows.map((row, at) => (
        <RowEditor key={at} row={row} before={before} onChange={(next) => change(at, next)} />
      ))}
    </>
  );
}

function RowEditor({
  row,
  before,
  onChange,
}: {
  row: Row;
  before: Question[];
  onChange: (row: Row | null) => void;
}) {
  const { t } = useLingui();
  const text = useTextIn();
  const question = before.find((one) => one.name === row.question);
  const known = before.map((one) => ({ value: one.name, label: text(one.label) || one.name }));
  return (
    <Paper withBorder p="xs">
      <Stack gap="xs">
        <Select
          label={t`Question`}
          data={question ? known : [...known, { value: row.question, label: row.question }]}
          value={row.question}
          allowDeselect={false}
          searchable
          onChange={(name) => {
            const next = before.find((one) => one.name === name);
            if (next) onChange({ ...row, question: next.name, values: firstValues(next) });
          }}
        />
        <SegmentedControl
          size="xs"
          style={{ alignSelf: "flex-start" }}
          data={[
            { value: "is", label: t`has one of these answers` },
            { value: "not", label: t`has none of these answers` },
          ]}
          value={row.not ? "not" : "is"}
          onChange={(value) => onChange({ ...row, not: value === "not" })}
        />
        <ValuesInput
          question={question}
          values={row.values}
          onChange={(values) => onChange({ ...row, values })}
        />
        <Button
          size="compact-xs"
          variant="default"
          style={{ alignSelf: "flex-end" }}
          onClick={() => onChange(null)}
        >
          <Trans>Remove</Trans>
        </Button>
      </Stack>
    </Paper>
  );
}

function ValuesInput({
  question,
  values,
  onChange,
}: {
  question: Question | undefined;
  values: Value[];
  onChange: (values: Value[]) => void;
}) {
  const { t } = useLingui();
  const text = useTextIn();
  if (question?.type === "yes_no")
    return (
      <MultiSelect
        label={t`Answers`}
        data={[
          { value: "true", label: t`Yes` },
          { value: "false", label: t`No` },
        ]}
        value={values.map(String)}
        onChange={(chosen) => onChange(chosen.map((one) => one === "true"))}
      />
    );
  if (question?.options)
    return (
      <MultiSelect
        label={t`Answers`}
        data={question.options.map((one) => ({ value: one.value, label: text(one.label) || one.value }))}
        value={values.map(String)}
        onChange={onChange}
      />
    );
  const isNumber = question?.type === "number";
  return (
    <TagsInput
      label={isNumber ? t`Numbers` : t`Codes`}
      value={values.map(String)}
      onChange={(typed) => onChange(isNumber ? typed.map(Number).filter(Number.isInteger) : typed)}
    />
  );
}

function firstValues(question: Question): Value[] {
  if (question.type === "yes_no") return [true];
  const first = question.options?.[0];
  return first ? [first.value] : [];
}
