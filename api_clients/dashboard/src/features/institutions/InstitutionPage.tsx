import { Trans, useLingui } from "@lingui/react/macro";
import { Anchor, Card, Group, List, Stack, Text, Title } from "@mantine/core";
import type { ReactNode } from "react";
import { Link, useParams } from "react-router";
import { Loaded } from "@/components/Loaded";
import { PageTitle } from "@/components/PageTitle";
import { $api, type Schemas } from "@/lib/api";
import { useDates } from "@/lib/dates";
import { LANGUAGES } from "@/lib/languages";
import { useWord } from "@/lib/own-words";
import { useSession } from "@/lib/session";
import { CASE_STATE, INSTITUTION_KIND, INSTITUTION_LEVEL } from "@/lib/words";
import { Channels } from "./Channels";
import { EditInstitution } from "./EditInstitution";
import { ResponsivenessPanel } from "./Responsiveness";
import { useResponsiveness } from "./responsiveness";

type Detail = Schemas["InstitutionDetail"];

/** One institution: what it is, how it is reached, how it answers, which of our cases are about it. */
export function InstitutionPage() {
  const { code = "" } = useParams();
  const { t } = useLingui();
  const query = $api.useQuery("get", "/api/v1/institutions/{code}/", { params: { path: { code } } });
  return (
    <>
      <Anchor component={Link} to="/institutions" size="sm">
        {t`All institutions`}
      </Anchor>
      <Loaded query={query} lines={8}>
        {(institution) => <Content institution={institution} />}
      </Loaded>
    </>
  );
}

function Content({ institution }: { institution: Detail }) {
  const { t } = useLingui();
  const { me, may } = useSession();
  const responsiveness = useResponsiveness();
  // The server says who keeps the directory, and asks again at every change.
  const mayChange = me.is_platform_administrator;
  return (
    <>
      <PageTitle
        name={institution.name}
        actions={mayChange ? <EditInstitution institution={institution} /> : undefined}
      />
      <Stack>
        <Facts institution={institution} />
        <Section title={t`How it is reached`}>
          <Channels institution={institution} mayChange={mayChange} />
        </Section>
        {responsiveness.isKnown && (
          <Section title={t`How it answers`}>
            <ResponsivenessPanel
              answered={responsiveness.of(institution.code)}
              notes={responsiveness.notes}
            />
          </Section>
        )}
        {may("view_cases") && (
          <Section title={t`Cases about it`}>
            <Cases code={institution.code} />
          </Section>
        )}
        <Below code={institution.code} />
      </Stack>
    </>
  );
}

function Section({ title, children }: { title: string; children: ReactNode }) {
  return (
    <Card withBorder component="section">
      <Title order={2} size="h4" mb="sm">
        {title}
      </Title>
      {children}
    </Card>
  );
}

function Facts({ institution }: { institution: Detail }) {
  const { t } = useLingui();
  const word = useWord();
  const dates = useDates();
  const anonymous = institution.accepts_anonymous;
  const facts: [string, ReactNode][] = [
    [t`Sort of body`, word(INSTITUTION_KIND, institution.kind)],
    [t`Level`, word(INSTITUTION_LEVEL, institution.level)],
    [t`Sits in`, institution.place && <PlaceName code={institution.place} />],
    [t`Part of`, institution.parent && <InstitutionName code={institution.parent} />],
    [t`Followed by`, institution.successor && <InstitutionName code={institution.successor} />],
    [t`Writes in`, institution.languages.map((one) => LANGUAGES[one]).join(", ")],
    [t`Anonymous complaints`, anonymous === null ? t`not known` : anonymous ? t`taken` : t`refused`],
    [t`Website`, institution.website && <Website address={institution.website} />],
    [t`Known from`, institution.source],
    [t`Looked over`, institution.verified_on && dates.day(institution.verified_on)],
  ];
  return (
    <Group gap="xl" align="flex-start">
      {facts
        .filter(([, value]) => value)
        .map(([label, value]) => (
          <div key={label}>
            <Text size="sm" c="dimmed">
              {label}
            </Text>
            <Text component="div" className="words" maw="50ch">
              {value}
            </Text>
          </div>
        ))}
    </Group>
  );
}

function Website({ address }: { address: string }) {
  return (
    <Anchor href={address} target="_blank" rel="noreferrer noopener">
      {address.replace(/^https?:\/\//, "")}
    </Anchor>
  );
}

function PlaceName({ code }: { code: string }) {
  const { data } = $api.useQuery("get", "/api/v1/places/{code}/", { params: { path: { code } } });
  return data?.name ?? code;
}

function InstitutionName({ code }: { code: string }) {
  const { data } = $api.useQuery("get", "/api/v1/institutions/{code}/", { params: { path: { code } } });
  return (
    <Anchor component={Link} to={`/institutions/${code}`}>
      {data?.name ?? code}
    </Anchor>
  );
}

function Below({ code }: { code: string }) {
  const { t } = useLingui();
  const { data } = $api.useQuery("get", "/api/v1/institutions/", {
    params: { query: { parent: code, page_size: 100 } },
  });
  if (!data || data.results.length === 0) return null;
  return (
    <Section title={t`Bodies that belong to it`}>
      <List>
        {data.results.map((one) => (
          <List.Item key={one.code}>
            <Anchor component={Link} to={`/institutions/${one.code}`}>
              {one.name}
            </Anchor>
          </List.Item>
        ))}
      </List>
    </Section>
  );
}

function Cases({ code }: { code: string }) {
  const { t } = useLingui();
  const word = useWord();
  const query = $api.useQuery("get", "/api/v1/cases/", {
    params: { query: { institution: code, page_size: 5 } },
  });
  return (
    <Loaded query={query} empty={t`You see no case about it.`}>
      {(page) => (
        <Stack gap="xs">
          {page.results.map((one) => (
            <Group key={one.id} gap="xs">
              <Anchor component={Link} to={`/cases/${one.id}`}>
                {one.reference}
              </Anchor>
              <Text size="sm" c="dimmed">
                {word(CASE_STATE, one.state)}
              </Text>
              {one.summary && (
                <Text size="sm" className="words">
                  {one.summary}
                </Text>
              )}
            </Group>
          ))}
          <Anchor component={Link} to={`/cases?institution=${encodeURIComponent(code)}`} size="sm">
            <Trans>All cases about it</Trans>
          </Anchor>
        </Stack>
      )}
    </Loaded>
  );
}
