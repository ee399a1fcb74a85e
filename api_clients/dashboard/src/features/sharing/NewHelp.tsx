import { Trans, useLingui } from "@lingui/react/macro";
import { Alert, Button, Card, Group, Select, SimpleGrid, Stack, Text, TextInput } from "@mantine/core";
import { useForm } from "@mantine/form";
import { DraftTextarea } from "@/components/DraftTextarea";
import { ProblemAlert } from "@/components/ProblemAlert";
import { PlacePicker } from "@/components/pickers";
import { $api, type Schemas } from "@/lib/api";
import { useDraft } from "@/lib/drafts";
import { LANGUAGES } from "@/lib/languages";
import { useWord } from "@/lib/own-words";
import { fieldErrors } from "@/lib/problems";
import { useSession } from "@/lib/session";
import { URGENCY } from "@/lib/words";
import { AskedFor } from "./AskedFor";
import { endOf } from "./moments";
import { Preview } from "./Preview";
import { ServiceFinder } from "./ServiceFinder";
import { FieldsPicker, type SharedField } from "./SharedFields";
import { useNeeds } from "./useNeeds";
import { usePartners } from "./usePartners";

interface Values {
  partner: string | null;
  need: string | null;
  place: string | null;
  language: Schemas["Language"];
  urgency: Schemas["Urgency"];
  fields: SharedField[];
  until: string;
}

/** What is asked of whom; then what they would read before and after their yes; and only then the step. */
export function NewHelp({ caseId, onDone }: { caseId: string; onDone: () => void }) {
  const { me, may } = useSession();
  const { nameOf } = usePartners();
  const form = useForm<Values>({
    initialValues: {
      partner: null,
      need: null,
      place: null,
      language: me.language,
      urgency: "routine",
      fields: ["summary"],
      until: "",
    },
  });
  const note = useDraft(`case/${caseId}/help/note`, "");
  const reason = useDraft(`case/${caseId}/help/reason`, "");
  const preview = $api.useMutation("post", "/api/v1/cases/{case_id}/partner-referrals/preview/", {
    onError: (problem) => form.setErrors(fieldErrors(problem)),
  });
  const create = $api.useMutation("post", "/api/v1/cases/{case_id}/partner-referrals/", {
    onSuccess: () => {
      note.clear();
      reason.clear();
      onDone();
    },
  });
  const { until, partner, need, ...rest } = form.values;
  const asked = {
    params: { path: { case_id: caseId } },
    body: {
      ...rest,
      partner: partner ?? "",
      need: need ?? "",
      note: note.value,
      override_reason: reason.value,
      expires_at: endOf(until),
    },
  };
  return (
    <Card withBorder padding="md">
      <Stack gap="sm">
        <Fields form={form} />
        <ServiceFinder
          caseId={caseId}
          need={need}
          place={rest.place}
          onChoose={(slug, code) => form.setValues({ partner: slug, need: need ?? code })}
        />
        <FieldsPicker
          value={form.values.fields}
          onChange={(fields) => form.setFieldValue("fields", fields)}
          error={form.errors.fields}
        />
        <NoteField draft={note} />
        {may("override_consent") && <ReasonField draft={reason} />}
        <ProblemAlert problem={preview.error} />
        <Group gap="xs">
          <Button
            disabled={!partner || !need}
            loading={preview.isPending}
            onClick={() => preview.mutate(asked)}
          >
            <Trans>See what they would read</Trans>
          </Button>
          <Button variant="default" onClick={onDone}>
            <Trans>Cancel</Trans>
          </Button>
        </Group>
      </Stack>
      {preview.data && partner && (
        <Preview
          title={nameOf(partner)}
          onClose={preview.reset}
          before={<AskedFor asked={preview.data.before} />}
          after={preview.data.after}
        >
          {preview.data.after.note && <Text size="sm">{preview.data.after.note}</Text>}
          {!preview.data.agreed && <NotAgreed name={nameOf(partner)} />}
          <ProblemAlert problem={create.error} />
          <Group justify="flex-end">
            <Button loading={create.isPending} onClick={() => create.mutate(asked)}>
              <Trans>Ask {nameOf(partner)}</Trans>
            </Button>
          </Group>
        </Preview>
      )}
    </Card>
  );
}

function NotAgreed({ name }: { name: string }) {
  return (
    <Alert color="yellow">
      <Trans>
        The complainant has not agreed to {name}. Ask first and write the consent down; or a coordinator gives
        a reason, which is kept.
      </Trans>
    </Alert>
  );
}

function Fields({ form }: { form: ReturnType<typeof useForm<Values>> }) {
  const { t } = useLingui();
  const word = useWord();
  const { partner } = useSession();
  const { others } = usePartners();
  const needs = useNeeds();
  const urgencies = Object.keys(URGENCY) as Schemas["Urgency"][];
  return (
    <SimpleGrid cols={{ base: 1, sm: 2 }}>
      <Select
        label={t`What the person needs`}
        data={needs.map((one) => ({ value: one.code, label: one.name }))}
        searchable
        required
        {...form.getInputProps("need")}
      />
      <PlacePicker
        label={t`In which area`}
        description={t`As wide as is safe: a village can be a name.`}
        country={partner?.country}
        value={form.values.place}
        onChange={(place) => form.setFieldValue("place", place)}
        error={form.errors.place}
      />
      <Select label={t`Which partner`} data={others} searchable required {...form.getInputProps("partner")} />
      <Select
        label={t`Language of the person`}
        data={Object.entries(LANGUAGES).map(([value, label]) => ({ value, label }))}
        allowDeselect={false}
        {...form.getInputProps("language")}
      />
      <Select
        label={t`How soon`}
        data={urgencies.map((code) => ({ value: code, label: word(URGENCY, code) }))}
        allowDeselect={false}
        {...form.getInputProps("urgency")}
      />
      <TextInput
        type="date"
        label={t`The offer stands until (with this day)`}
        description={t`Empty: 14 days.`}
        {...form.getInputProps("until")}
      />
    </SimpleGrid>
  );
}

type Draft = ReturnType<typeof useDraft<string>>;

function NoteField({ draft }: { draft: Draft }) {
  const { t } = useLingui();
  return (
    <DraftTextarea
      draft={draft}
      minRows={2}
      label={t`Words to the partner`}
      description={t`Read when it has accepted.`}
    />
  );
}

function ReasonField({ draft }: { draft: Draft }) {
  const { t } = useLingui();
  return (
    <DraftTextarea
      draft={draft}
      minRows={1}
      label={t`Reason to ask without consent`}
      description={t`Only where the complainant did not agree to this partner. It is kept.`}
    />
  );
}
