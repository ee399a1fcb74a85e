import { Trans, useLingui } from "@lingui/react/macro";
import { Button, Stack, Text } from "@mantine/core";
import { useState } from "react";
import { Loaded } from "@/components/Loaded";
import { Section } from "@/components/Section";
import { $api, type Schemas } from "@/lib/api";
import { AskForm } from "./AskForm";
import { RequestCard } from "./RequestCard";
import { ROOM, step } from "./requests";

/** Who the complainant is: locked away, asked for with a reason, read when a custodian approved. */
export function CaseIdentity({ caseId }: { caseId: string }) {
  const { t } = useLingui();
  const standing = $api.useQuery("get", "/api/v1/cases/{case_id}/identity/", {
    params: { path: { case_id: caseId } },
  });
  return (
    <Section
      title={t`Complainant's identity`}
      about={t`Locked away from the case. Whoever needs it asks a custodian, and the complainant sees who looked and why.`}
    >
      <Loaded query={standing}>{(found) => <Inside caseId={caseId} standing={found} />}</Loaded>
    </Section>
  );
}

function Inside({ caseId, standing }: { caseId: string; standing: Schemas["IdentityStanding"] }) {
  const { t } = useLingui();
  const [asking, setAsking] = useState(false);
  const requests = $api.useQuery("get", ROOM, { params: { path: { case_id: caseId } } });
  const ask = step(standing, "ask");
  if (standing.complainant_kind === "anonymous")
    return (
      <Text c="dimmed">
        <Trans>The complainant is anonymous: nobody here knows who it is.</Trans>
      </Text>
    );
  return (
    <Stack gap="sm">
      <Loaded query={requests} empty={t`Nobody has asked for it.`}>
        {({ results }) => (
          <>
            {results.map((one) => (
              <RequestCard key={one.id} caseId={caseId} request={one} />
            ))}
          </>
        )}
      </Loaded>
      {ask.shown && ask.why && (
        <Text size="sm" c="dimmed">
          {ask.why}
        </Text>
      )}
      {ask.free && !asking && (
        <Button variant="default" onClick={() => setAsking(true)} style={{ alignSelf: "flex-start" }}>
          <Trans>Ask to read it</Trans>
        </Button>
      )}
      {ask.free && asking && (
        <AskForm
          caseId={caseId}
          delayed={standing.delayed}
          sealed={standing.sealed}
          onDone={() => setAsking(false)}
        />
      )}
    </Stack>
  );
}
