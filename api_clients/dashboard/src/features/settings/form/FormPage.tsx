import { Plural, Trans, useLingui } from "@lingui/react/macro";
import { Alert, Badge, Button, Group, Stack, Tabs, Text } from "@mantine/core";
import { notifications } from "@mantine/notifications";
import { useQuery } from "@tanstack/react-query";
import { useCallback, useState } from "react";
import { ConfirmButton } from "@/components/ConfirmButton";
import { Loaded } from "@/components/Loaded";
import { PageTitle } from "@/components/PageTitle";
import { ProblemAlert } from "@/components/ProblemAlert";
import { useEdited } from "@/components/useEdited";
import { $api, api, ifMatch, type Schemas } from "@/lib/api";
import { LANGUAGES } from "@/lib/languages";
import { useSession } from "@/lib/session";
import { SaveBar } from "../SaveBar";
import { ConsentsEditor } from "./ConsentsEditor";
import { type FormSchema, missingTexts, type Said } from "./model";
import { OffersEditor } from "./OffersEditor";
import { SectionsTab } from "./SectionsTab";
import { Differences, Versions } from "./Versions";

interface State {
  state: Schemas["FormState"];
  /** Of the draft; nought where there is none. It is told by the ETag alone. */
  version: number;
}

async function read(slug: string): Promise<State> {
  const { data, error, response } = await api.GET("/api/v1/partners/{slug}/form/", {
    params: { path: { slug } },
  });
  if (!data) throw error;
  return { state: data, version: Number((response.headers.get("ETag") ?? "0").replaceAll(/\D/g, "")) };
}

const schemaOf = ({ draft, published }: Schemas["FormState"]): FormSchema => (draft ?? published).schema;

/** The form by which the organisation asks: written as a draft, looked at in every language, published. */
export default function FormPage() {
  const { t } = useLingui();
  const slug = useSession().partner?.slug ?? "";
  const form = useQuery({ queryKey: ["form with version", slug], queryFn: () => read(slug) });
  return (
    <Stack>
      <PageTitle name={t`Complaint form`} />
      <Loaded query={form}>{(found) => <Editor key={slug} slug={slug} {...found} />}</Loaded>
    </Stack>
  );
}

function Editor({ slug, state, version }: State & { slug: string }) {
  const { t } = useLingui();
  const [errors, setErrors] = useState<Said[]>([]);
  const write = $api.useMutation("put", "/api/v1/partners/{slug}/form/draft/");
  const current = useCallback(async () => {
    const now = await read(slug);
    return { values: schemaOf(now.state), version: now.version };
  }, [slug]);
  const edited = useEdited<FormSchema>({
    place: `settings/${slug}/form`,
    saved: schemaOf(state),
    version,
    save: (schema, over) =>
      write.mutateAsync({
        params: { path: { slug }, header: { "If-Match": ifMatch(over) } },
        body: { schema },
      }),
    current,
  });
  const onErrors = useCallback((found: Said[]) => setErrors(found), []);
  return (
    <Stack gap="lg">
      <Standing slug={slug} state={state} version={version} dirty={edited.dirty} />
      <Tabs defaultValue="sections" keepMounted={false}>
        <Tabs.List mb="md">
          <Tabs.Tab value="sections">{t`Pages and questions`}</Tabs.Tab>
          <Tabs.Tab value="consents">{t`Agreements`}</Tabs.Tab>
          <Tabs.Tab value="offers">{t`Languages and choices`}</Tabs.Tab>
          <Tabs.Tab value="versions">{t`Versions`}</Tabs.Tab>
        </Tabs.List>
        <Tabs.Panel value="sections">
          <SectionsTab
            slug={slug}
            schema={edited.values}
            published={state.published.schema}
            errors={errors}
            onErrors={onErrors}
            onChange={(sections) => edited.change({ sections })}
          />
        </Tabs.Panel>
        <Tabs.Panel value="consents">
          <ConsentsEditor
            schema={edited.values}
            errors={errors}
            onChange={(consents) => edited.change({ consents })}
          />
        </Tabs.Panel>
        <Tabs.Panel value="offers">
          <OffersEditor schema={edited.values} errors={errors} onChange={edited.change} />
        </Tabs.Panel>
        <Tabs.Panel value="versions">
          <Versions slug={slug} />
        </Tabs.Panel>
      </Tabs>
      <WhatIsMissing schema={edited.values} />
      <SaveBar
        edited={edited}
        fields={[
          { name: "sections", label: t`Pages and questions`, show: () => t`as written here` },
          { name: "consents", label: t`Agreements`, show: () => t`as written here` },
          { name: "languages", label: t`Languages` },
          { name: "kinds", label: t`Kinds of cases` },
          { name: "categories", label: t`Categories` },
          { name: "places", label: t`Places` },
        ]}
      />
    </Stack>
  );
}

interface StandingProps extends State {
  slug: string;
  dirty: boolean;
}

/** By which version people are asked today, what the draft would change, and the two ways to end a draft. */
function Standing({ slug, state, version, dirty }: StandingProps) {
  const { t } = useLingui();
  const publish = $api.useMutation("post", "/api/v1/partners/{slug}/form/publish/");
  const discard = $api.useMutation("delete", "/api/v1/partners/{slug}/form/draft/");
  const params = { path: { slug }, header: { "If-Match": ifMatch(version) } };
  const number = state.published.number ?? 0;
  return (
    <Stack gap="xs">
      <Group gap="xs">
        <Text>
          <Trans>People are asked by version {number}.</Trans>
        </Text>
        {state.draft && (
          <Badge variant="light" color="orange" tt="none">
            <Trans>There is a draft</Trans>
          </Badge>
        )}
      </Group>
      {state.draft && (
        <>
          <Differences before={state.published.schema} after={state.draft.schema} />
          <Group gap="sm">
            <Button
              disabled={dirty}
              loading={publish.isPending}
              onClick={() =>
                publish.mutate(
                  { params },
                  {
                    onSuccess: () =>
                      notifications.show({ message: t`The form is published.`, color: "green" }),
                  },
                )
              }
            >
              <Trans>Publish the draft</Trans>
            </Button>
            <Button
              component="a"
              variant="default"
              href={`/forms/${slug}/${state.draft.schema.languages[0] ?? "en"}/preview/`}
              target="_blank"
              rel="noreferrer"
            >
              <Trans>Walk through the saved draft</Trans>
            </Button>
            <ConfirmButton
              variant="default"
              question={t`The draft is thrown away; the published form stays as it is.`}
              onConfirm={() => discard.mutate({ params })}
            >
              <Trans>Throw the draft away</Trans>
            </ConfirmButton>
          </Group>
          {dirty && (
            <Text size="sm" c="dimmed">
              <Trans>Save your changes before you publish.</Trans>
            </Text>
          )}
        </>
      )}
      <ProblemAlert problem={publish.error ?? discard.error} />
    </Stack>
  );
}

/** Texts that are not there in every language; the server takes no form with gaps. */
function WhatIsMissing({ schema }: { schema: FormSchema }) {
  const missing = missingTexts(schema);
  if (missing.length === 0) return null;
  const languages = [...new Set(missing.flatMap((one) => one.languages))];
  return (
    <Alert color="orange" role="status">
      <Text size="sm">
        <Plural value={missing.length} one="# text is missing" other="# texts are missing" />
        {" · "}
        {languages.map((one) => LANGUAGES[one]).join(", ")}
      </Text>
    </Alert>
  );
}
