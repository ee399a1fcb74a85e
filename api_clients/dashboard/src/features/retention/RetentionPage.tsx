import { Trans, useLingui } from "@lingui/react/macro";
import { Alert, Stack, Text } from "@mantine/core";
import { Loaded } from "@/components/Loaded";
import { PageTitle } from "@/components/PageTitle";
import { Section } from "@/components/Section";
import { $api } from "@/lib/api";
import { useSession } from "@/lib/session";
import { ComingErasures } from "./ComingErasures";
import { Requests } from "./Requests";
import { RulesForm } from "./RulesForm";

/** `/dashboard/settings/retention`: how long ended cases are kept, what goes next, who asks for it. */
export function RetentionPage() {
  const { t } = useLingui();
  const slug = useSession().partner?.slug ?? "";
  const policy = $api.useQuery("get", "/api/v1/partners/{slug}/retention/", { params: { path: { slug } } });
  return (
    <Stack gap="xl">
      <PageTitle name={t`Keeping and erasing`} />
      <Loaded query={policy}>
        {(found) => (
          <Section
            title={t`Rules`}
            about={t`So many months after a case has ended everything of it is erased: words, files, names, and the complainant's receipt. Nobody can bring it back. It is announced ${found.notice_days} days before.`}
          >
            {!found.erases && (
              <Alert color="yellow">
                <Trans>There is no rule. Nothing is erased by itself, however old it is.</Trans>
              </Alert>
            )}
            <RulesForm key={found.version} slug={slug} policy={found} />
            {found.erased.map(({ year, count }) => (
              <Text key={year} size="sm" c="dimmed">
                {count === null ? t`Erased in ${year}: fewer than five` : t`Erased in ${year}: ${count}`}
              </Text>
            ))}
          </Section>
        )}
      </Loaded>
      <Requests />
      <ComingErasures slug={slug} />
    </Stack>
  );
}
