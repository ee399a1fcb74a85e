import { Trans, useLingui } from "@lingui/react/macro";
import {
  Alert,
  Badge,
  Button,
  Collapse,
  Group,
  List,
  Menu,
  Paper,
  Stack,
  Text,
  UnstyledButton,
} from "@mantine/core";
import { useState } from "react";
import type { Language } from "@/lib/languages";
import { useWord } from "@/lib/own-words";
import { TextsInput } from "../TextsInput";
import { ConditionEditor } from "./ConditionEditor";
import { MoveButtons, moveByKey } from "./MoveButtons";
import {
  askedBefore,
  byLanguage,
  coresLeftOut,
  type FormSchema,
  lookedAtBy,
  moved,
  type Note,
  newQuestion,
  type Question,
  type QuestionType,
  type Said,
  type Section,
  saidUnder,
  TYPES,
  withEntry,
} from "./model";
import { QuestionEditor } from "./QuestionEditor";
import { useTextIn } from "./useTextIn";
import { CORE, QUESTION_TYPE } from "./words";

interface Props {
  schema: FormSchema;
  /** The form that is asked by today: core questions that were removed come back from there. */
  published: FormSchema;
  at: number;
  errors: Said[];
  onChange: (section: Section) => void;
}

/** One page of the form: its title, what stands above the questions, and the questions. */
export function SectionEditor({ schema, published, at, errors, onChange }: Props) {
  const { t } = useLingui();
  const section = schema.sections[at];
  const said = saidUnder(errors, `sections.${at}`);
  if (!section) return null;
  const languages = schema.languages as Language[];
  const before = askedBefore(schema, at);
  const set = (patch: Partial<Section>) => onChange(pruned({ ...section, ...patch }));
  const own = said.filter((one) => !/^(questions|title|intro|notes)\./.test(one.field));
  return (
    <Stack gap="lg">
      {own.length > 0 && (
        <Alert color="red" role="alert">
          <List size="sm">
            {own.map((one) => (
              <List.Item key={one.field + one.message}>{one.message}</List.Item>
            ))}
          </List>
        </Alert>
      )}
      <TextsInput
        label={t`Title of the page`}
        name={t`Title`}
        value={section.title}
        languages={languages}
        needed
        onChange={(title) => set({ title: title as Section["title"] })}
        errors={byLanguage(said, "title")}
      />
      <TextsInput
        label={t`Above the questions`}
        name={t`Introduction`}
        description={t`{partner} becomes the name of your organisation.`.replace("{partner}", "{partner}")}
        value={section.intro}
        languages={languages}
        long
        needed={section.intro !== undefined}
        onChange={(intro) => set({ intro: intro as Section["title"] })}
        errors={byLanguage(said, "intro")}
      />
      <ConditionEditor
        label={t`When the page is shown`}
        condition={section.when}
        before={before}
        onChange={(when) => set({ when })}
      />
      <Notes
        notes={section.notes ?? []}
        languages={languages}
        before={before}
        said={said}
        onChange={(notes) => set({ notes: notes.length > 0 ? notes : undefined })}
      />
      <Questions
        schema={schema}
        published={published}
        section={section}
        before={before}
        said={said}
        onChange={(questions) => set({ questions })}
      />
    </Stack>
  );
}

interface QuestionsProps {
  schema: FormSchema;
  published: FormSchema;
  section: Section;
  before: Question[];
  said: Said[];
  onChange: (questions: Question[]) => void;
}

function Questions({ schema, published, section, before, said, onChange }: QuestionsProps) {
  const { t } = useLingui();
  const [opened, setOpened] = useState<string | null>(null);
  const questions = section.questions;
  return (
    <Stack gap="xs" role="group" aria-label={t`Questions`}>
      <Text fw={600}>
        <Trans>Questions</Trans>
      </Text>
      {questions.map((question, at) => (
        <QuestionCard
          key={at}
          schema={schema}
          question={question}
          at={at}
          count={questions.length}
          before={before}
          said={saidUnder(
            said.map((one) => ({ ...one, field: `schema.${one.field}` })),
            `questions.${at}`,
          )}
          isOpen={opened === question.name}
          onToggle={() => setOpened(opened === question.name ? null : question.name)}
          onMove={(to) => onChange(moved(questions, at, to))}
          onRemove={() => onChange(withEntry(questions, at, undefined))}
          onChange={(next) => {
            if (opened === question.name) setOpened(next.name);
            onChange(withEntry(questions, at, next));
          }}
        />
      ))}
      <AddQuestion
        schema={schema}
        published={published}
        onAdd={(question) => {
          onChange([...questions, question]);
          setOpened(question.name);
        }}
      />
    </Stack>
  );
}

interface CardProps {
  schema: FormSchema;
  question: Question;
  at: number;
  count: number;
  before: Question[];
  said: Said[];
  isOpen: boolean;
  onToggle: () => void;
  onMove: (to: number) => void;
  onRemove: () => void;
  onChange: (question: Question) => void;
}

function QuestionCard({
  schema,
  question,
  at,
  count,
  before,
  said,
  isOpen,
  onToggle,
  onMove,
  onRemove,
  onChange,
}: CardProps) {
  const { t } = useLingui();
  const word = useWord();
  const text = useTextIn();
  const name = text(question.label) || t`New question`;
  const lookers = lookedAtBy(schema, question.name);
  const languages = schema.languages as Language[];
  return (
    <Paper
      withBorder
      p="sm"
      style={said.length > 0 ? { borderColor: "var(--mantine-color-red-filled)" } : undefined}
    >
      <Group justify="space-between" wrap="nowrap" align="flex-start" gap="xs">
        <UnstyledButton
          onClick={onToggle}
          onKeyDown={(event) => moveByKey(event, at, onMove)}
          aria-expanded={isOpen}
          flex={1}
          miw={0}
        >
          <Text fw={600} style={{ overflowWrap: "anywhere" }}>
            {name}
          </Text>
          <Group gap={6}>
            <Badge variant="light" tt="none">
              {word(QUESTION_TYPE, question.type as QuestionType)}
            </Badge>
            {question.core && (
              <Badge variant="light" color="gray" tt="none">
                {word(CORE, question.core)}
              </Badge>
            )}
            {question.required && (
              <Text span size="xs" c="dimmed">
                <Trans>needs an answer</Trans>
              </Text>
            )}
            {question.when && (
              <Text span size="xs" c="dimmed">
                <Trans>under a condition</Trans>
              </Text>
            )}
            {said.length > 0 && (
              <Text span size="xs" c="red">
                <Trans>needs correcting</Trans>
              </Text>
            )}
          </Group>
        </UnstyledButton>
        <MoveButtons name={name} at={at} count={count} onMove={onMove} onRemove={onRemove} />
      </Group>
      {isOpen && lookers.length > 0 && (
        <Text size="xs" c="dimmed" mt={4}>
          <Trans>Conditions elsewhere look at this question: {lookers.join(", ")}</Trans>
        </Text>
      )}
      <Collapse expanded={isOpen}>
        {isOpen && (
          <Stack mt="md">
            <QuestionEditor
              question={question}
              languages={languages}
              before={before}
              said={said}
              onChange={onChange}
            />
          </Stack>
        )}
      </Collapse>
    </Paper>
  );
}

function AddQuestion({
  schema,
  published,
  onAdd,
}: {
  schema: FormSchema;
  published: FormSchema;
  onAdd: (question: Question) => void;
}) {
  const { t } = useLingui();
  const word = useWord();
  const text = useTextIn();
  const left = coresLeftOut(schema, published);
  return (
    <Menu position="bottom-start" withinPortal>
      <Menu.Target>
        <Button variant="default" style={{ alignSelf: "flex-start" }}>
          <Trans>Add a question</Trans>
        </Button>
      </Menu.Target>
      <Menu.Dropdown mah={400} style={{ overflowY: "auto" }}>
        {TYPES.map((type) => (
          <Menu.Item key={type} onClick={() => onAdd(newQuestion(type, schema))}>
            {word(QUESTION_TYPE, type)}
          </Menu.Item>
        ))}
        {left.length > 0 && <Menu.Label>{t`From the published form`}</Menu.Label>}
        {left.map((question) => (
          <Menu.Item key={question.name} onClick={() => onAdd(question)}>
            {text(question.label)}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}

interface NotesProps {
  notes: Note[];
  languages: Language[];
  before: Question[];
  said: Said[];
  onChange: (notes: Note[]) => void;
}

function Notes({ notes, languages, before, said, onChange }: NotesProps) {
  const { t } = useLingui();
  return (
    <Stack gap="xs">
      {notes.map((note, at) => (
        <Paper key={at} withBorder p="sm">
          <Stack gap="xs">
            <Group justify="space-between" wrap="nowrap">
              <Text size="sm" fw={500}>
                <Trans>Note {at + 1}</Trans>
              </Text>
              <MoveButtons
                name={t`Note ${at + 1}`}
                at={at}
                count={notes.length}
                onMove={(to) => onChange(moved(notes, at, to))}
                onRemove={() => onChange(withEntry(notes, at, undefined))}
              />
            </Group>
            <TextsInput
              label={t`Sentence`}
              name={t`Note ${at + 1}`}
              value={note.text}
              languages={languages}
              long
              needed
              onChange={(text) => onChange(withEntry(notes, at, { ...note, text: text as Note["text"] }))}
              errors={byLanguage(said, `notes.${at}.text`)}
            />
            <ConditionEditor
              label={t`For whom it is shown`}
              condition={note.when}
              before={before}
              onChange={(when) =>
                onChange(withEntry(notes, at, when ? { ...note, when } : { text: note.text }))
              }
            />
          </Stack>
        </Paper>
      ))}
      <Button
        size="compact-sm"
        variant="default"
        style={{ alignSelf: "flex-start" }}
        onClick={() => onChange([...notes, { text: {} }])}
      >
        <Trans>Add a note above the questions</Trans>
      </Button>
    </Stack>
  );
}

function pruned(section: Section): Section {
  const kept = Object.entries(section).filter(
    ([name, value]) =>
      value !== undefined && !(name === "intro" && Object.keys(value as object).length === 0),
  );
  return Object.fromEntries(kept) as Section;
}
