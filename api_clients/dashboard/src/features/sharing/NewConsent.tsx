import { Trans, useLingui } from "@lingui/react/macro";
import { Button, Card, Group, Select, Stack } from "@mantine/core";
import { useForm } from "@mantine/form";
import { useDebouncedValue } from "@mantine/hooks";
import { keepPreviousData } from "@tanstack/react-query";
import { useState } from "react";
import { ProblemAlert } from "@/components/ProblemAlert";
import { $api, type Schemas, STEADY } from "@/lib/api";
import { LANGUAGES } from "@/lib/languages";
import { useWord } from "@/lib/own-words";
import { fieldErrors } from "@/lib/problems";
import { useSession } from "@/lib/session";
import { CONSENT_MANNER, CONSENT_PURPOSE } from "@/lib/words";
import { usePartners } from "./usePartners";

interface Values {
  purpose: Schemas["ConsentPurpose"];
  manner: Schemas["ConsentManner"];
  language: Schemas["Language"];
  institution: string | null;
  partner: string | null;
}

/** The wording that is read out where a consent is given by word of mouth. */
const TOLD = "staff-1";

/** What the complainant told, on the telephone or face to face. */
export function NewConsent({ caseId, onDone }: { caseId: string; onDone: () => void }) {
  const { t } = useLingui();
  const word = useWord();
  const { me } = useSession();
  const { others } = usePartners();
  const form = useForm<Values>({
    initialValues: {
      purpose: "referral",
      manner: "oral",
      language: me.language,
      institution: null,
      partner: null,
    },
  });
  const create = $api.useMutation("post", "/api/v1/cases/{case_id}/consents/", {
    onSuccess: onDone,
    onError: (problem) => form.setErrors(fieldErrors(problem)),
  });
  const { purpose } = form.values;
  const coded = <Code extends string>(words: Record<Code, Parameters<typeof word>[0][string]>) =>
    (Object.keys(words) as Code[]).map((code) => ({ value: code, label: word(words, code) }));
  const send = (values: Values) =>
    create.mutate({
      params: { path: { case_id: caseId } },
      body: {
        ...values,
        institution: purpose === "referral" ? values.institution : null,
        partner: purpose === "sharing" ? values.partner : null,
        text_version: TOLD,
      },
    });
  return (
    <Card withBorder padding="md">
      <form onSubmit={form.onSubmit(send)}>
        <Stack gap="sm">
          <Select
            label={t`What the complainant agreed to`}
            data={coded(CONSENT_PURPOSE)}
            allowDeselect={false}
            {...form.getInputProps("purpose")}
          />
          {purpose === "referral" && <OneInstitution {...form.getInputProps("institution")} />}
          {purpose === "sharing" && (
            <Select
              label={t`Which partner`}
              data={others}
              searchable
              required
              {...form.getInputProps("partner")}
            />
          )}
          <Group grow>
            <Select
              label={t`How`}
              data={coded(CONSENT_MANNER)}
              allowDeselect={false}
              {...form.getInputProps("manner")}
            />
            <Select
              label={t`In which language`}
              data={Object.entries(LANGUAGES).map(([value, label]) => ({ value, label }))}
              allowDeselect={false}
              {...form.getInputProps("language")}
            />
          </Group>
          <ProblemAlert problem={create.error} />
          <Group gap="xs">
            <Button type="submit" loading={create.isPending}>
              <Trans>Write it down</Trans>
            </Button>
            <Button variant="default" onClick={onDone}>
              <Trans>Cancel</Trans>
            </Button>
          </Group>
        </Stack>
      </form>
    </Card>
  );
}

interface Pick {
  value?: string | null;
  onChange: (code: string | null) => void;
}

function OneInstitution(props: Pick) {
  const { t } = useLingui();
  const { partner } = useSession();
  const [typed, setTyped] = useState("");
  const [search] = useDebouncedValue(typed.trim(), 200);
  const { data } = $api.useQuery(
    "get",
    "/api/v1/institutions/",
    { params: { query: { country: partner?.country, page_size: 50, ...(search ? { search } : {}) } } },
    { ...STEADY, placeholderData: keepPreviousData },
  );
  return (
    <Select
      label={t`Which institution`}
      searchable
      required
      data={(data?.results ?? []).map((one) => ({ value: one.code, label: one.name }))}
      filter={({ options }) => options}
      nothingFoundMessage={t`Nothing found`}
      onSearchChange={setTyped}
      {...props}
    />
  );
}
