import { Trans, useLingui } from "@lingui/react/macro";
import { Button, SegmentedControl, Select, Stack, Text, Textarea } from "@mantine/core";
import { DialogFoot } from "@/components/DialogFoot";
import { ProblemAlert } from "@/components/ProblemAlert";
import { CategoryPicker, PlacePicker } from "@/components/pickers";
import { type Field, StaleSave } from "@/components/StaleSave";
import { useEdited } from "@/components/useEdited";
import { $api, api, type Schemas } from "@/lib/api";
import { useWord } from "@/lib/own-words";
import { CASE_KIND, SEVERITY } from "@/lib/words";
import { at, CASE, type Case, changing, isWhole, useThisCase } from "../case";
import { Dialog } from "../Dialog";
import { InstitutionField } from "./InstitutionField";

type Facts = Pick<Case, "kind" | "severity" | "category" | "institution" | "place" | "summary">;

const factsOf = ({ kind, severity, category, institution, place, summary }: Case): Facts => ({
  kind,
  severity,
  category,
  institution,
  place,
  summary,
});

/** Only what was changed is sent. */
export function asRequest(facts: Facts, read: Facts): Schemas["PatchedCaseChangesRequest"] {
  const names = (Object.keys(facts) as (keyof Facts)[]).filter(
    (name) => code(facts[name]) !== code(read[name]),
  );
  const changed: Partial<Facts> = Object.fromEntries(names.map((name) => [name, facts[name]]));
  const { category, institution, place, ...plain } = changed;
  return {
    ...plain,
    ...(category !== undefined && { category: category?.code ?? null }),
    ...(institution !== undefined && { institution: institution?.code ?? null }),
    ...(place !== undefined && { place: place?.code ?? null }),
  };
}

const code = (value: Facts[keyof Facts]) =>
  typeof value === "object" && value !== null ? value.code : value;

/** Corrects the facts of a case; a colleague's change in between is shown side by side. */
export function EditFacts({ onClose }: { onClose: () => void }) {
  const { t } = useLingui();
  const one = useThisCase();
  const edited = useEditedFacts(one);
  const leave = () => {
    edited.discard();
    onClose();
  };
  return (
    <Dialog onClose={onClose} title={t`Facts of the case`}>
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          void edited.submit().then((saved) => saved && onClose());
        }}
      >
        <Stack gap="sm">
          <Fields facts={edited.values} errors={edited.errors} onChange={edited.change} />
          <ProblemAlert problem={edited.problem} />
          <DialogFoot onCancel={leave}>
            <Button type="submit" loading={edited.busy}>
              <Trans>Save</Trans>
            </Button>
          </DialogFoot>
        </Stack>
      </form>
      <StaleSave
        clash={edited.clash}
        fields={useFactFields()}
        onResolve={(facts, version) =>
          void edited.resolve(facts, version).then((saved) => saved && onClose())
        }
        onDismiss={edited.dismiss}
      />
    </Dialog>
  );
}

function useEditedFacts(one: Case) {
  const { mutateAsync: patch } = $api.useMutation("patch", CASE);
  return useEdited<Facts>({
    place: `case/${one.id}/facts`,
    saved: factsOf(one),
    version: one.version,
    save: (facts, version, read = factsOf(one)) =>
      patch({ ...changing({ id: one.id, version }), body: asRequest(facts, read) }),
    current: async () => {
      const { data, error } = await api.GET(CASE, at(one.id));
      if (!data || !isWhole(data)) throw error;
      return { values: factsOf(data), version: data.version };
    },
  });
}

function useFactFields(): Field<Facts>[] {
  const { t } = useLingui();
  const word = useWord();
  const named = (value: Facts[keyof Facts]) =>
    typeof value === "object" && value !== null ? value.name : value || "–";
  return [
    { name: "summary", label: t`Summary` },
    { name: "kind", label: t`Kind`, show: (value) => word(CASE_KIND, value as Case["kind"]) },
    { name: "category", label: t`Category`, show: named },
    { name: "institution", label: t`Institution`, show: named },
    { name: "place", label: t`Place`, show: named },
    { name: "severity", label: t`Severity`, show: (value) => word(SEVERITY, value as Case["severity"]) },
  ];
}

interface FieldsProps {
  facts: Facts;
  errors: Record<string, string>;
  onChange: (changes: Partial<Facts>) => void;
}

function Fields({ facts, errors, onChange }: FieldsProps) {
  const { t } = useLingui();
  const word = useWord();
  const entry = (code: string | null) => (code === null ? null : { code, name: code });
  return (
    <>
      <Textarea
        label={t`Summary`}
        description={t`Your own words, without names: it is searched.`}
        autosize
        minRows={2}
        maxLength={500}
        data-autofocus
        value={facts.summary}
        error={errors.summary}
        onChange={(event) => onChange({ summary: event.currentTarget.value })}
      />
      <Select
        label={t`Kind`}
        allowDeselect={false}
        data={(Object.keys(CASE_KIND) as Case["kind"][]).map((kind) => ({
          value: kind,
          label: word(CASE_KIND, kind),
        }))}
        value={facts.kind}
        error={errors.kind}
        onChange={(kind) => kind && onChange({ kind })}
      />
      <CategoryPicker
        kind={facts.kind}
        value={facts.category?.code ?? null}
        error={errors.category}
        onChange={(code) => onChange({ category: entry(code) })}
      />
      <InstitutionField
        value={facts.institution}
        error={errors.institution}
        onChange={(institution) => onChange({ institution })}
      />
      <PlacePicker
        value={facts.place?.code ?? null}
        error={errors.place}
        onChange={(code) => onChange({ place: entry(code) })}
      />
      <div>
        <Text size="sm" fw={500} id="severity-label">
          {t`Severity`}
        </Text>
        <SegmentedControl
          aria-labelledby="severity-label"
          fullWidth
          orientation="vertical"
          data={([1, 2, 3, 4] as const).map((one) => ({ value: String(one), label: word(SEVERITY, one) }))}
          value={String(facts.severity)}
          onChange={(value) => onChange({ severity: Number(value) as Case["severity"] })}
        />
      </div>
    </>
  );
}
