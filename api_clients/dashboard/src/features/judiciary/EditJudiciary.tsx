import { Trans, useLingui } from "@lingui/react/macro";
import { Button, Group, NumberInput, Select, SimpleGrid, Stack, TextInput } from "@mantine/core";
import { useForm } from "@mantine/form";
import { useDebouncedValue } from "@mantine/hooks";
import { keepPreviousData } from "@tanstack/react-query";
import { useCallback, useState } from "react";
import { ProblemAlert } from "@/components/ProblemAlert";
import { type Field, StaleSave, useChange } from "@/components/StaleSave";
import { $api, api, ifMatch, type Schemas, STEADY } from "@/lib/api";
import { useWord } from "@/lib/own-words";
import { fieldErrors } from "@/lib/problems";
import { useSession } from "@/lib/session";
import { COURT_INSTANCE, COURT_MATTER, COURT_VIOLATION } from "@/lib/words";

export type Detail = Schemas["Judiciary"] & { person?: string };
type Changes = Schemas["PatchedJudiciaryChangesRequest"];

export const EMPTY: Detail = {
  court: null,
  instance: "",
  matter: "",
  violation: "",
  stage_of_proceedings: "",
  case_number: "",
  months_pending: null,
  next_hearing_on: null,
  next_hearing_time: null,
};

interface Values {
  court: string | null;
  instance: string | null;
  matter: string | null;
  violation: string | null;
  stage_of_proceedings: string;
  case_number: string;
  months_pending: number | string;
  next_hearing_on: string;
  next_hearing_time: string;
  person: string;
}

interface Props {
  caseId: string;
  version: number;
  detail: Detail;
  onDone: () => void;
}

/** What is known of court and proceedings; two people writing at once see both versions. */
export function EditJudiciary({ caseId, version, detail, onDone }: Props) {
  const { may } = useSession();
  const restricted = may("read_restricted_persons");
  // What was read when writing began: a newer version that arrives meanwhile must not pass as read.
  const [read] = useState(version);
  const form = useForm<Values>({ initialValues: valuesOf(detail) });
  const patch = $api.useMutation("patch", "/api/v1/cases/{case_id}/judiciary/");
  const { mutateAsync } = patch;
  const save = useCallback(
    (values: Values, from: number) =>
      mutateAsync({
        params: { path: { case_id: caseId }, header: { "If-Match": ifMatch(from) } },
        body: changesOf(values, restricted),
      }),
    [mutateAsync, caseId, restricted],
  );
  const { change, clash, dismiss } = useChange<Values>({ save, current: () => currentOf(caseId) });
  const [problem, setProblem] = useState<unknown>(null);
  const send = async (values: Values, from: number) => {
    setProblem(null);
    try {
      if (await change(values, from, clash?.theirs ?? form.getInitialValues())) onDone();
    } catch (error) {
      form.setErrors(fieldErrors(error));
      setProblem(error);
    }
  };
  return (
    <form onSubmit={form.onSubmit((values) => void send(values, read))}>
      <Stack gap="sm">
        <Fields form={form} court={detail.court} restricted={restricted} />
        <ProblemAlert problem={problem} />
        <Group gap="xs">
          <Button type="submit" loading={patch.isPending}>
            <Trans>Save</Trans>
          </Button>
          <Button variant="default" onClick={onDone}>
            <Trans>Cancel</Trans>
          </Button>
        </Group>
      </Stack>
      <StaleSave clash={clash} fields={useFields(restricted)} onResolve={send} onDismiss={dismiss} />
    </form>
  );
}

interface FieldsProps {
  form: ReturnType<typeof useForm<Values>>;
  court: Schemas["Entry"] | null;
  restricted: boolean;
}

function Fields({ form, court, restricted }: FieldsProps) {
  const { t } = useLingui();
  return (
    <SimpleGrid cols={{ base: 1, sm: 2 }}>
      <CourtPicker known={court} {...form.getInputProps("court")} />
      <Coded label={t`Instance`} words={COURT_INSTANCE} {...form.getInputProps("instance")} />
      <TextInput label={t`Number of the case there`} maxLength={100} {...form.getInputProps("case_number")} />
      <Coded label={t`Matter`} words={COURT_MATTER} {...form.getInputProps("matter")} />
      <TextInput
        label={t`Stage of the proceedings`}
        maxLength={500}
        {...form.getInputProps("stage_of_proceedings")}
      />
      <NumberInput label={t`Months pending`} min={0} max={1200} {...form.getInputProps("months_pending")} />
      <Coded label={t`Alleged violation`} words={COURT_VIOLATION} {...form.getInputProps("violation")} />
      <Group grow gap="xs">
        <TextInput type="date" label={t`Next hearing`} {...form.getInputProps("next_hearing_on")} />
        <TextInput type="time" label={t`At which hour`} {...form.getInputProps("next_hearing_time")} />
      </Group>
      {restricted && (
        <TextInput
          label={t`Judge, prosecutor or official (restricted)`}
          description={t`Only some roles read this; it is in no search, export or letter.`}
          maxLength={200}
          {...form.getInputProps("person")}
        />
      )}
    </SimpleGrid>
  );
}

interface Pick {
  value?: string | null;
  onChange: (value: string | null) => void;
}

function Coded<Code extends string>({
  words,
  label,
  ...props
}: Pick & { label: string; words: Parameters<ReturnType<typeof useWord>>[0] & Record<Code, unknown> }) {
  const word = useWord();
  const data = (Object.keys(words) as Code[]).map((code) => ({ value: code, label: word(words, code) }));
  return <Select label={label} data={data} {...props} />;
}

const KINDS = new Set(["court", "prosecution", "judicial_council", "judicial_inspection"]);

function CourtPicker({ known, ...props }: Pick & { known: Schemas["Entry"] | null }) {
  const { t } = useLingui();
  const { partner } = useSession();
  const [typed, setTyped] = useState(known?.name ?? "");
  const [search] = useDebouncedValue(typed.trim(), 200);
  const query = {
    country: partner?.country,
    page_size: 100,
    ...(search && search !== known?.name ? { search } : {}),
  };
  const { data } = $api.useQuery(
    "get",
    "/api/v1/institutions/",
    { params: { query } },
    { ...STEADY, placeholderData: keepPreviousData },
  );
  const found = data?.results ?? [];
  const courts = search ? found : found.filter((one) => KINDS.has(one.kind));
  const all = [...(known ? [known] : []), ...(courts.length > 0 ? courts : found)];
  const options = [...new Map(all.map((one) => [one.code, { value: one.code, label: one.name }])).values()];
  return (
    <Select
      label={t`Court or prosecution`}
      searchable
      clearable
      data={options}
      filter={(shown) => shown.options}
      searchValue={typed}
      onSearchChange={setTyped}
      nothingFoundMessage={t`Nothing found`}
      {...props}
    />
  );
}

function valuesOf(detail: Detail): Values {
  return {
    court: detail.court?.code ?? null,
    instance: detail.instance || null,
    matter: detail.matter || null,
    violation: detail.violation || null,
    stage_of_proceedings: detail.stage_of_proceedings,
    case_number: detail.case_number,
    months_pending: detail.months_pending ?? "",
    next_hearing_on: detail.next_hearing_on ?? "",
    next_hearing_time: detail.next_hearing_time ?? "",
    person: detail.person ?? "",
  };
}

function changesOf(values: Values, restricted: boolean): Changes {
  const { person, instance, matter, violation, ...rest } = values;
  const coded = { instance, matter, violation };
  // What was never chosen is not sent: these have no word for "unknown".
  const chosen = Object.fromEntries(Object.entries(coded).filter(([, code]) => code !== null)) as Changes;
  return {
    ...rest,
    ...chosen,
    months_pending: values.months_pending === "" ? null : Number(values.months_pending),
    next_hearing_on: values.next_hearing_on || null,
    next_hearing_time: values.next_hearing_time || null,
    ...(restricted ? { person } : {}),
  };
}

async function currentOf(caseId: string): Promise<{ values: Values; version: number }> {
  const params = { path: { case_id: caseId } };
  const { data, response } = await api.GET("/api/v1/cases/{case_id}/judiciary/", { params });
  // It answers with the version of its case.
  const version = Number(/\d+/.exec(response.headers.get("ETag") ?? "")?.[0] ?? 0);
  return { values: valuesOf(data ?? EMPTY), version };
}

function useFields(restricted: boolean): Field<Values>[] {
  const { t } = useLingui();
  const fields: Field<Values>[] = [
    { name: "court", label: t`Court or prosecution` },
    { name: "instance", label: t`Instance` },
    { name: "case_number", label: t`Number of the case there` },
    { name: "matter", label: t`Matter` },
    { name: "stage_of_proceedings", label: t`Stage of the proceedings` },
    { name: "months_pending", label: t`Months pending` },
    { name: "violation", label: t`Alleged violation` },
    { name: "next_hearing_on", label: t`Next hearing` },
    { name: "next_hearing_time", label: t`At which hour` },
  ];
  return restricted
    ? [...fields, { name: "person", label: t`Judge, prosecutor or official (restricted)` }]
    : fields;
}
