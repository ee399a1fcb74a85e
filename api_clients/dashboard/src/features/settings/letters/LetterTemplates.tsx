import { Trans, useLingui } from "@lingui/react/macro";
import { Badge, Group, Select, SimpleGrid, Stack, Text, Textarea, TextInput } from "@mantine/core";
import { useState } from "react";
import { ConfirmButton } from "@/components/ConfirmButton";
import { Loaded } from "@/components/Loaded";
import { useEdited } from "@/components/useEdited";
import { $api, api, ifMatch, type Schemas } from "@/lib/api";
import { LANGUAGES, type Language } from "@/lib/languages";
import { useWord } from "@/lib/own-words";
import { CASE_KIND } from "@/lib/words";
import { Filled, Placeholders, useSamples } from "../Placeholders";
import { SaveBar } from "../SaveBar";

type Template = Schemas["LetterTemplate"];
const NAMES = [
  ...["reference", "partner", "institution", "category", "place", "court", "summary"],
  ...["happened_on", "received_on", "narrative", "wish", "legal_basis", "term", "due_on"],
];

/** The letter from which a referral begins, for each kind of case and language. */
export function LetterTemplates({ slug }: { slug: string }) {
  const { t } = useLingui();
  const word = useWord();
  const [kind, setKind] = useState<Schemas["CaseKind"]>("public_service");
  const [language, setLanguage] = useState<Language>("sq");
  const templates = $api.useQuery("get", "/api/v1/partners/{slug}/letter-templates/", {
    params: { path: { slug } },
  });
  return (
    <Stack>
      <Group align="flex-end">
        <Select
          label={t`Kind of case`}
          data={Object.keys(CASE_KIND).map((one) => ({
            value: one,
            label: word(CASE_KIND, one as Schemas["CaseKind"]),
          }))}
          value={kind}
          allowDeselect={false}
          onChange={(next) => next && setKind(next as Schemas["CaseKind"])}
        />
        <Select
          label={t`Language of the letter`}
          data={Object.entries(LANGUAGES).map(([value, label]) => ({ value, label }))}
          value={language}
          allowDeselect={false}
          onChange={(next) => next && setLanguage(next as Language)}
        />
      </Group>
      <Loaded query={templates}>
        {(all) => {
          const found = all.find((one) => one.kind === kind && one.language === language);
          return found ? <Form key={`${slug} ${kind} ${language}`} slug={slug} found={found} /> : null;
        }}
      </Loaded>
    </Stack>
  );
}

function Form({ slug, found }: { slug: string; found: Template }) {
  const { t } = useLingui();
  const { kind, language } = found;
  const path = { slug, kind, language };
  const samples = useSamples();
  const write = $api.useMutation("put", "/api/v1/partners/{slug}/letter-templates/{kind}/{language}/");
  const reset = $api.useMutation("delete", "/api/v1/partners/{slug}/letter-templates/{kind}/{language}/");
  const edited = useEdited<Pick<Template, "subject" | "text">>({
    place: `settings/${slug}/letter/${kind}/${language}`,
    saved: { subject: found.subject, text: found.text },
    version: found.version,
    save: (body, over) =>
      write.mutateAsync({ params: { path, header: { "If-Match": ifMatch(over) } }, body }),
    current: async () => {
      const { data, error } = await api.GET("/api/v1/partners/{slug}/letter-templates/{kind}/{language}/", {
        params: { path },
      });
      if (!data) throw error;
      return { values: { subject: data.subject, text: data.text }, version: data.version };
    },
  });
  const { values, change, errors } = edited;
  return (
    <Stack gap="md">
      <Group gap="xs">
        <Badge variant="light" color={found.is_own ? "blue" : "gray"} tt="none">
          {found.is_own ? t`Your own words` : t`Comes with Dosja`}
        </Badge>
      </Group>
      <SimpleGrid cols={{ base: 1, lg: 2 }} spacing="lg">
        <Stack gap="sm" miw={0}>
          <TextInput
            label={t`Subject`}
            lang={language}
            value={values.subject}
            error={errors.subject}
            onChange={(event) => change({ subject: event.currentTarget.value })}
          />
          <Textarea
            label={t`The whole letter, from the salutation to the closing`}
            lang={language}
            autosize
            minRows={10}
            value={values.text}
            error={errors.text}
            onChange={(event) => change({ text: event.currentTarget.value })}
          />
          <Placeholders names={NAMES} onInsert={(name) => change({ text: `${values.text}{${name}}` })} />
          <Text size="xs" c="dimmed">
            <Trans>A line whose placeholder has nothing to say in a case is left out of its letter.</Trans>
          </Text>
          {/\{(narrative|wish)\}/.test(values.text) && (
            <Text size="sm" c="orange" role="status">
              <Trans>
                The citizen's own words would stand in every such letter. People give themselves away in their
                own words: look at each letter before it leaves.
              </Trans>
            </Text>
          )}
        </Stack>
        <Filled
          title={t`With example values`}
          subject={values.subject}
          text={values.text}
          samples={samples}
          lang={language}
        />
      </SimpleGrid>
      <SaveBar
        edited={edited}
        fields={[
          { name: "subject", label: t`Subject` },
          { name: "text", label: t`Letter` },
        ]}
      >
        {found.is_own && (
          <ConfirmButton
            variant="default"
            question={t`Your own words go; the shipped ones come back.`}
            onConfirm={() => {
              edited.discard();
              reset.mutate({ params: { path, header: { "If-Match": ifMatch(found.version) } } });
            }}
          >
            <Trans>Back to the shipped words</Trans>
          </ConfirmButton>
        )}
      </SaveBar>
    </Stack>
  );
}
