import { Trans, useLingui } from "@lingui/react/macro";
import { Alert, Button, Checkbox, Group, List, NumberInput, Stack, Text, TextInput } from "@mantine/core";
import type { Language } from "@/lib/languages";
import { TextsInput } from "../TextsInput";
import { ConditionEditor } from "./ConditionEditor";
import { MoveButtons } from "./MoveButtons";
import { byLanguage, freeName, moved, type Option, type Question, type Said, withEntry } from "./model";
import { useTextIn } from "./useTextIn";

interface Props {
  question: Question;
  languages: Language[];
  before: Question[];
  said: Said[];
  onChange: (question: Question) => void;
}

const TEXTS = ["label", "help", "missing", "options"];

/** Everything about one question. */
export function QuestionEditor({ question, languages, before, said, onChange }: Props) {
  const { t } = useLingui();
  const set = (patch: Partial<Question>) => onChange(pruned({ ...question, ...patch }));
  const elsewhere = said.filter((one) => !TEXTS.includes(one.field.split(".")[0] ?? ""));
  return (
    <Stack gap="md">
      {elsewhere.length > 0 && (
        <Alert color="red" role="alert">
          <List size="sm">
            {elsewhere.map((one) => (
              <List.Item key={one.field + one.message}>{one.message}</List.Item>
            ))}
          </List>
        </Alert>
      )}
      <TextsInput
        label={t`Question`}
        name={t`Question`}
        value={question.label}
        languages={languages}
        needed
        onChange={(label) => set({ label: label as Question["label"] })}
        errors={byLanguage(said, "label")}
      />
      <TextsInput
        label={t`Help below the question`}
        name={t`Help`}
        value={question.help}
        languages={languages}
        long
        needed={question.help !== undefined}
        onChange={(help) => set({ help: help as Question["label"] })}
        errors={byLanguage(said, "help")}
      />
      {(question.type === "choice" || question.type === "choices") && (
        <Options
          question={question}
          languages={languages}
          said={said}
          onChange={(options) => set({ options })}
        />
      )}
      {question.type === "number" && (
        <Group>
          <NumberInput
            label={t`Least`}
            allowDecimal={false}
            value={question.least ?? ""}
            onChange={(value) => set({ least: typeof value === "number" ? value : undefined })}
          />
          <NumberInput
            label={t`Most`}
            allowDecimal={false}
            value={question.most ?? ""}
            onChange={(value) => set({ most: typeof value === "number" ? value : undefined })}
          />
        </Group>
      )}
      {(question.type === "text" || question.type === "long_text") && (
        <NumberInput
          label={t`At most so many characters`}
          maw={260}
          min={1}
          allowDecimal={false}
          value={question.longest ?? ""}
          onChange={(value) => set({ longest: typeof value === "number" ? value : undefined })}
        />
      )}
      {question.type !== "files" && question.type !== "consents" && (
        <Need question={question} languages={languages} before={before} said={said} set={set} />
      )}
      <ConditionEditor
        label={t`When it is asked`}
        condition={question.when}
        before={before}
        onChange={(when) => set({ when })}
      />
      {!question.core && (
        <TextInput
          label={t`Name for programs`}
          description={t`Small letters, digits and _. Answers are kept under it.`}
          maw={320}
          value={question.name}
          onChange={(event) => set({ name: event.currentTarget.value })}
        />
      )}
    </Stack>
  );
}

function Need({
  question,
  languages,
  before,
  said,
  set,
}: Omit<Props, "onChange"> & { set: (patch: Partial<Question>) => void }) {
  const { t } = useLingui();
  const conditional = typeof question.required === "object";
  return (
    <Stack gap="xs">
      <Checkbox
        label={t`Needs an answer`}
        checked={Boolean(question.required)}
        onChange={(event) => set({ required: event.currentTarget.checked || undefined })}
      />
      {question.required && before.length > 0 && (
        <ConditionEditor
          label={t`Only needed under a condition`}
          condition={conditional ? question.required : undefined}
          before={before}
          onChange={(condition) => set({ required: condition ?? true })}
        />
      )}
      {question.required && (
        <TextsInput
          label={t`What is said when the answer is missing`}
          name={t`Missing answer`}
          value={question.missing}
          languages={languages}
          needed={question.missing !== undefined}
          onChange={(missing) => set({ missing: missing as Question["label"] })}
          errors={byLanguage(said, "missing")}
        />
      )}
    </Stack>
  );
}

function Options({
  question,
  languages,
  said,
  onChange,
}: {
  question: Question;
  languages: Language[];
  said: Said[];
  onChange: (options: Option[]) => void;
}) {
  const { t } = useLingui();
  const text = useTextIn();
  const options = question.options ?? [];
  return (
    <Stack gap="sm" role="group" aria-label={t`Answers to choose from`}>
      <Text size="sm" fw={500}>
        <Trans>Answers to choose from</Trans>
      </Text>
      {options.map((option, at) => {
        const name = text(option.label) || option.value;
        return (
          <Group key={at} align="flex-start" wrap="nowrap" gap="xs">
            <Stack gap={4} flex={1} miw={0}>
              <TextsInput
                label={t`Answer ${at + 1}`}
                name={t`Answer ${at + 1}`}
                value={option.label}
                languages={languages}
                needed
                onChange={(label) =>
                  onChange(withEntry(options, at, { ...option, label: label as Option["label"] }))
                }
                errors={byLanguage(said, `options.${at}.label`)}
              />
            </Stack>
            <MoveButtons
              name={name}
              at={at}
              count={options.length}
              onMove={(to) => onChange(moved(options, at, to))}
              onRemove={() => onChange(withEntry(options, at, undefined))}
            />
          </Group>
        );
      })}
      {said
        .filter((one) => one.field === "options")
        .map((one) => (
          <Text key={one.message} size="sm" c="red" role="alert">
            {one.message}
          </Text>
        ))}
      {!question.core && (
        <Button
          size="compact-sm"
          variant="default"
          style={{ alignSelf: "flex-start" }}
          onClick={() =>
            onChange([
              ...options,
              {
                value: freeName(
                  "option",
                  options.map((one) => one.value),
                ),
                label: {},
              },
            ])
          }
        >
          <Trans>Add an answer</Trans>
        </Button>
      )}
    </Stack>
  );
}

/** Without what was taken away: the server takes no empty texts and no nulls. */
function pruned(question: Question): Question {
  const kept = Object.entries(question).filter(
    ([name, value]) => value !== undefined && !(["help", "missing"].includes(name) && isEmpty(value)),
  );
  return Object.fromEntries(kept) as Question;
}

const isEmpty = (value: unknown) =>
  typeof value === "object" && value !== null && Object.keys(value).length === 0;
