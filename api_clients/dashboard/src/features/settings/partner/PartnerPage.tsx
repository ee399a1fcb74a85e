import { Trans, useLingui } from "@lingui/react/macro";
import { Code, Stack, Switch, TagsInput, Text, TextInput, Title } from "@mantine/core";
import { Loaded } from "@/components/Loaded";
import { PageTitle } from "@/components/PageTitle";
import { useEdited } from "@/components/useEdited";
import { $api, api, ifMatch, type Schemas } from "@/lib/api";
import { LANGUAGES } from "@/lib/languages";
import { useWord } from "@/lib/own-words";
import { useSession } from "@/lib/session";
import { PARTNER_COUNTRY } from "@/lib/words";
import { SaveBar } from "../SaveBar";

type Partner = Schemas["Partner"];
interface Values {
  contact: string;
  website: string;
  embedding_origins: string[];
  second_factor_required: boolean;
}

const valuesOf = (partner: Partner): Values => ({
  contact: partner.contact,
  website: partner.website,
  embedding_origins: partner.settings?.embedding_origins ?? [],
  second_factor_required: partner.settings?.second_factor_required ?? false,
});

/** How the organisation is reached, where its form may be shown, and what only the platform's administrator changes. */
export default function PartnerPage() {
  const { t } = useLingui();
  const slug = useSession().partner?.slug ?? "";
  const partner = $api.useQuery("get", "/api/v1/partners/{slug}/", { params: { path: { slug } } });
  return (
    <Stack>
      <PageTitle name={t`Organisation`} />
      <Loaded query={partner}>{(found) => <Form key={slug} partner={found} />}</Loaded>
    </Stack>
  );
}

function Form({ partner }: { partner: Partner }) {
  const { t } = useLingui();
  const path = { slug: partner.slug };
  const write = $api.useMutation("patch", "/api/v1/partners/{slug}/");
  const edited = useEdited<Values>({
    place: `settings/${partner.slug}/partner`,
    saved: valuesOf(partner),
    version: partner.version,
    save: (body, over) =>
      write.mutateAsync({ params: { path, header: { "If-Match": ifMatch(over) } }, body }),
    current: async () => {
      const { data, error } = await api.GET("/api/v1/partners/{slug}/", { params: { path } });
      if (!data) throw error;
      return { values: valuesOf(data), version: data.version };
    },
  });
  const { values, change, errors } = edited;
  const wrongOrigin = Object.entries(errors).find(([field]) => field.startsWith("embedding_origins"))?.[1];
  return (
    <Stack gap="md">
      <TextInput
        label={t`How citizens reach you`}
        description={t`Stands on the receipt and in messages.`}
        maxLength={300}
        value={values.contact}
        error={errors.contact}
        onChange={(event) => change({ contact: event.currentTarget.value })}
      />
      <TextInput
        label={t`Web site`}
        type="url"
        value={values.website}
        error={errors.website}
        onChange={(event) => change({ website: event.currentTarget.value })}
      />
      <TagsInput
        label={t`Sites that may show your form inside their pages`}
        description={t`Such as https://www.example.org; press Enter after each.`}
        value={values.embedding_origins}
        error={wrongOrigin}
        onChange={(embedding_origins) => change({ embedding_origins })}
      />
      <Switch
        label={t`Everybody who works here needs a second step at the sign-in`}
        description={t`Whoever has none sets one up at the next click. Where the whole installation demands it, this changes nothing.`}
        checked={values.second_factor_required}
        onChange={(event) => change({ second_factor_required: event.currentTarget.checked })}
      />
      <SaveBar
        edited={edited}
        fields={[
          { name: "contact", label: t`How citizens reach you` },
          { name: "website", label: t`Web site` },
          { name: "embedding_origins", label: t`Sites` },
          { name: "second_factor_required", label: t`Second step at the sign-in` },
        ]}
      />
      <Facts partner={partner} />
    </Stack>
  );
}

function Facts({ partner }: { partner: Partner }) {
  const { t } = useLingui();
  const word = useWord();
  const { settings } = partner;
  const rows: [string, React.ReactNode][] = [
    [t`Name`, partner.name],
    [t`Country`, word(PARTNER_COUNTRY, partner.country)],
    [t`Languages`, partner.languages.map((one) => LANGUAGES[one]).join(", ")],
    [t`Time zone`, settings?.time_zone],
    [t`Beginning of case numbers`, settings?.prefix],
    [t`Address of the form`, <a key="form" href={`/forms/${partner.slug}/`}>{`/forms/${partner.slug}/`}</a>],
    [t`Key of the form, for programs; it is no secret`, <Code key="key">{settings?.form_key}</Code>],
  ];
  return (
    <Stack gap="xs" component="section" aria-label={t`What the platform's administrator keeps`}>
      <Title order={2} size="h5" mt="md">
        <Trans>What the platform's administrator keeps</Trans>
      </Title>
      <dl style={{ margin: 0 }}>
        {rows.map(([name, value]) => (
          <div key={name} style={{ marginBottom: 8 }}>
            <Text component="dt" size="xs" c="dimmed">
              {name}
            </Text>
            <Text component="dd" size="sm" m={0} style={{ overflowWrap: "anywhere" }}>
              {value}
            </Text>
          </div>
        ))}
      </dl>
    </Stack>
  );
}
