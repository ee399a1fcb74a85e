import { Trans, useLingui } from "@lingui/react/macro";
import { Alert, Button, Checkbox, Group, Select, Stack, Text, Textarea, TextInput } from "@mantine/core";
import { useRef, useState } from "react";
import { ProblemAlert } from "@/components/ProblemAlert";
import { StaleSave, useChange } from "@/components/StaleSave";
import { api, type Schemas } from "@/lib/api";
import { useDraft } from "@/lib/drafts";
import { LANGUAGES, type Language } from "@/lib/languages";
import { fieldErrors } from "@/lib/problems";
import { Caution } from "../Marks";
import { type Place, type Referral, reading, told, useOutlook, useTold } from "../queries";
import { Enclosures } from "./Enclosures";
import { changesOf, type LetterValues, valuesOf } from "./letterValues";
import { Onward, type StepProps } from "./Onward";
import { changeDraft } from "./useChanges";

/** The letter in one language or two, with what goes along. */
export function LetterStep({ place, referral, onNext }: StepProps) {
  // What is saved is made from the version that was read when the writing began, whatever comes in meanwhile.
  const [base, setBase] = useState(referral);
  return <LetterForm key={base.version} place={place} base={base} onSaved={setBase} onNext={onNext} />;
}

interface FormProps {
  place: Place;
  base: Referral;
  onSaved: (saved: Referral) => void;
  onNext: () => void;
}

interface Typed {
  version: number;
  values: LetterValues;
}

function LetterForm({ place, base, onSaved, onNext }: FormProps) {
  const draft = useDraft<Typed>(`referral/${base.id}/letter`, {
    version: base.version,
    values: valuesOf(base),
  });
  const { values, version } = draft.value;
  const put = (changes: Partial<LetterValues>) =>
    draft.change({ version, values: { ...values, ...changes } });
  const before = useRef(valuesOf(base));
  const stale = useChange<LetterValues>({
    save: async (mine, from) => {
      const changes = changesOf(mine, before.current);
      if (Object.keys(changes).length > 0) onSaved(await changeDraft(place, from, changes));
      draft.clear();
      onNext();
    },
    current: async () => {
      const now = await told(api.GET("/api/v1/cases/{case_id}/referrals/{referral_id}/", reading(place)));
      before.current = valuesOf(now);
      return { values: before.current, version: now.version };
    },
  });
  const saving = useTold((mine: { values: LetterValues; from: number }) =>
    stale.change(mine.values, mine.from, mine.from === base.version ? valuesOf(base) : undefined),
  );
  const errors = fieldErrors(saving.error);
  return (
    <>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          saving.mutate({ values, from: version });
        }}
      >
        <Stack gap="md">
          {draft.restored && (
            <Alert p="sm">
              <Trans>What you had typed here earlier was kept.</Trans>
            </Alert>
          )}
          <FirstLanguage place={place} base={base} values={values} errors={errors} onChange={put} />
          <SecondLanguage values={values} errors={errors} onChange={put} />
          <Enclosures
            caseId={place.caseId}
            value={values.enclosures}
            onChange={(enclosures) => put({ enclosures })}
          />
          <ProblemAlert problem={saving.error} />
          <Onward loading={saving.isPending} label={<Trans>Save and continue</Trans>} />
        </Stack>
      </form>
      <Clash stale={stale} onResolve={(chosen, from) => saving.mutate({ values: chosen, from })} />
    </>
  );
}

interface ClashProps {
  stale: ReturnType<typeof useChange<LetterValues>>;
  onResolve: (values: LetterValues, version: number) => void;
}

/** Somebody else reworked the draft meanwhile: both letters side by side. */
function Clash({ stale, onResolve }: ClashProps) {
  const { t } = useLingui();
  return (
    <StaleSave
      clash={stale.clash}
      fields={[
        {
          name: "language",
          label: t`Language of the letter`,
          show: (code) => LANGUAGES[code as Language] ?? "–",
        },
        { name: "subject", label: t`Subject` },
        { name: "letter", label: t`Letter`, show: (words) => <Words>{String(words)}</Words> },
        { name: "parallel", label: t`Second language`, show: (part) => <Words>{parallelWords(part)}</Words> },
        {
          name: "enclosures",
          label: t`What goes along`,
          show: (files) => (Array.isArray(files) ? files.length : 0),
        },
      ]}
      onResolve={onResolve}
      onDismiss={stale.dismiss}
    />
  );
}

function Words({ children }: { children: string }) {
  return (
    <Text size="sm" style={{ whiteSpace: "pre-wrap", overflowWrap: "anywhere" }}>
      {children || "–"}
    </Text>
  );
}

function parallelWords(part: unknown): string {
  return typeof part === "object" && part !== null && "letter" in part ? String(part.letter) : "";
}

interface PartProps {
  values: LetterValues;
  errors: Record<string, string>;
  onChange: (changes: Partial<LetterValues>) => void;
}

/** All five languages, those in which the institution takes letters first. */
function languageChoices(first: readonly Language[] = []) {
  const others = (Object.keys(LANGUAGES) as Language[]).filter((one) => !first.includes(one));
  return [...first, ...others].map((one) => ({ value: one, label: LANGUAGES[one] }));
}

function FirstLanguage({
  place,
  base,
  values,
  errors,
  onChange,
}: PartProps & { place: Place; base: Referral }) {
  const { t } = useLingui();
  const outlook = useOutlook(place.caseId, base.institution?.code ?? null);
  const taken = outlook.data?.suggestion.languages ?? [];
  // Where nobody chose one, the server knows which it will be.
  const language = values.language || outlook.data?.language || null;
  const unusual = language !== null && taken.length > 0 && !taken.includes(language);
  return (
    <Stack gap="sm">
      <Group align="flex-end" gap="sm">
        <Select
          label={t`Language of the letter`}
          allowDeselect={false}
          data={languageChoices(taken)}
          value={language}
          error={errors.letter_language}
          onChange={(code) => code && onChange({ language: code as Language })}
        />
        {language && <FromTemplate place={place} language={language} onTake={onChange} />}
      </Group>
      {unusual && (
        <Caution>
          <Trans>The institution does not take letters in this language, as far as is known.</Trans>
        </Caution>
      )}
      <TextInput
        label={t`Subject`}
        value={values.subject}
        error={errors.letter_subject}
        maxLength={300}
        onChange={(event) => onChange({ subject: event.currentTarget.value })}
      />
      <Textarea
        label={t`Letter`}
        required
        autosize
        minRows={10}
        maxRows={30}
        value={values.letter}
        error={errors.letter}
        onChange={(event) => onChange({ letter: event.currentTarget.value })}
      />
    </Stack>
  );
}

interface TemplateProps {
  place: Place;
  language: Language;
  onTake: (changes: Partial<LetterValues>) => void;
}

/** The partner's template with what is known now, in place of what is written. */
function FromTemplate({ place, language, onTake }: TemplateProps) {
  const taking = useTold(
    () =>
      told(
        api.GET("/api/v1/cases/{case_id}/referrals/{referral_id}/letter-draft/", {
          params: { ...reading(place).params, query: { language } },
        }),
      ),
    (draft: Schemas["LetterDraft"]) => onTake({ subject: draft.subject, letter: draft.letter }),
  );
  const leftOut = taking.data?.left_out ?? [];
  return (
    <>
      <Button variant="default" loading={taking.isPending} onClick={() => taking.mutate(undefined)}>
        <Trans>Begin again from the template</Trans>
      </Button>
      {leftOut.length > 0 && (
        <Text size="sm" c="dimmed">
          <Trans>Left out, because the case does not say it: {leftOut.join(", ")}</Trans>
        </Text>
      )}
      <ProblemAlert problem={taking.error} />
    </>
  );
}

function SecondLanguage({ values, errors, onChange }: PartProps) {
  const { t } = useLingui();
  const { parallel } = values;
  const first = (Object.keys(LANGUAGES) as Language[]).find((one) => one !== values.language) ?? "en";
  const change = (changes: Partial<NonNullable<LetterValues["parallel"]>>) =>
    parallel && onChange({ parallel: { ...parallel, ...changes } });
  return (
    <Stack gap="sm">
      <Checkbox
        label={t`The same letter in a second language`}
        description={t`Dosja does not translate: write both. They leave as one document.`}
        checked={parallel !== null}
        onChange={(event) =>
          onChange({
            parallel: event.currentTarget.checked ? { language: first, subject: "", letter: "" } : null,
          })
        }
      />
      {parallel && (
        <Stack gap="sm" pl="md">
          <Select
            label={t`Second language`}
            allowDeselect={false}
            data={languageChoices().filter((one) => one.value !== values.language)}
            value={parallel.language}
            error={errors["parallel.language"]}
            onChange={(language) => language && change({ language: language as Language })}
          />
          <TextInput
            label={t`Subject in the second language`}
            value={parallel.subject}
            maxLength={300}
            onChange={(event) => change({ subject: event.currentTarget.value })}
          />
          <Textarea
            label={t`Letter in the second language`}
            required
            autosize
            minRows={8}
            maxRows={30}
            value={parallel.letter}
            error={errors["parallel.letter"]}
            onChange={(event) => change({ letter: event.currentTarget.value })}
          />
        </Stack>
      )}
    </Stack>
  );
}
