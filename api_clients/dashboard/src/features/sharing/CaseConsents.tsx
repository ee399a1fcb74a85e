import { Trans, useLingui } from "@lingui/react/macro";
import { Badge, Button, Card, Group, Stack, Text } from "@mantine/core";
import { useState } from "react";
import { ConfirmButton } from "@/components/ConfirmButton";
import { Loaded } from "@/components/Loaded";
import { ProblemAlert } from "@/components/ProblemAlert";
import { Section } from "@/components/Section";
import { $api, type Schemas } from "@/lib/api";
import { useDates } from "@/lib/dates";
import { useMayOn } from "@/lib/may";
import { useWord } from "@/lib/own-words";
import { CONSENT_MANNER, CONSENT_PURPOSE } from "@/lib/words";
import { NewConsent } from "./NewConsent";
import { usePartners } from "./usePartners";

type Consent = Schemas["Consent"];

/** What the complainant agreed to, towards whom, and what was taken back. */
export function CaseConsents({ caseId }: { caseId: string }) {
  const { t } = useLingui();
  const may = useMayOn(caseId);
  const [making, setMaking] = useState(false);
  const query = $api.useQuery("get", "/api/v1/cases/{case_id}/consents/", {
    params: { path: { case_id: caseId }, query: { page_size: 200 } },
  });
  const writes = may("work_cases") || may("triage_cases");
  return (
    <Section title={t`Consents`} about={t`What the complainant agreed to, and towards whom.`}>
      <Loaded query={query} empty={t`The complainant has agreed to nothing yet.`}>
        {({ results }) => (
          <>
            {results.map((one) => (
              <ConsentCard key={one.id} caseId={caseId} consent={one} writes={writes} />
            ))}
          </>
        )}
      </Loaded>
      {writes && !making && (
        <Button variant="default" onClick={() => setMaking(true)} style={{ alignSelf: "flex-start" }}>
          <Trans>Write down a consent</Trans>
        </Button>
      )}
      {making && <NewConsent caseId={caseId} onDone={() => setMaking(false)} />}
    </Section>
  );
}

function ConsentCard({ caseId, consent, writes }: { caseId: string; consent: Consent; writes: boolean }) {
  const word = useWord();
  const { nameOf } = usePartners();
  const withdraw = $api.useMutation("post", "/api/v1/cases/{case_id}/consents/{consent_id}/withdraw/");
  const whom = consent.institution?.name ?? (consent.partner ? nameOf(consent.partner) : null);
  return (
    <Card withBorder padding="sm">
      <Group justify="space-between" gap="sm">
        <Stack gap={2} flex={1} miw={200}>
          <Group gap="xs">
            <Text fw={600}>{word(CONSENT_PURPOSE, consent.purpose)}</Text>
            {consent.withdrawn_at && (
              <Badge color="red" variant="dot" tt="none">
                <Trans>taken back</Trans>
              </Badge>
            )}
          </Group>
          {whom && <Text size="sm">{whom}</Text>}
          <When consent={consent} />
        </Stack>
        {writes && !consent.withdrawn_at && (
          <ConfirmButton
            size="xs"
            variant="default"
            loading={withdraw.isPending}
            question={
              <Trans>
                The complainant took this back: nothing more leaves on its strength, and what a partner reads
                because of it closes at once.
              </Trans>
            }
            onConfirm={() =>
              withdraw.mutate({ params: { path: { case_id: caseId, consent_id: consent.id } } })
            }
          >
            <Trans>Taken back</Trans>
          </ConfirmButton>
        )}
      </Group>
      <ProblemAlert problem={withdraw.error} />
    </Card>
  );
}

function When({ consent }: { consent: Consent }) {
  const word = useWord();
  const dates = useDates();
  const given = dates.shortDay(consent.given_at);
  const back = consent.withdrawn_at && dates.shortDay(consent.withdrawn_at);
  return (
    <Text size="xs" c="dimmed">
      {back ? (
        <Trans>
          given on {given}, taken back on {back}
        </Trans>
      ) : (
        <Trans>given on {given}</Trans>
      )}
      {` · ${word(CONSENT_MANNER, consent.manner)}`}
    </Text>
  );
}
