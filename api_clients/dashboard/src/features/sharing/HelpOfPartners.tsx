import { Trans, useLingui } from "@lingui/react/macro";
import { Button } from "@mantine/core";
import { useState } from "react";
import { Loaded } from "@/components/Loaded";
import { Section } from "@/components/Section";
import { $api } from "@/lib/api";
import { useMayOn } from "@/lib/may";
import { NewHelp } from "./NewHelp";
import { PartnerReferralCard } from "./PartnerReferralCard";

/** Referrals of the person to other partners, and asking one more. */
export function HelpOfPartners({ caseId }: { caseId: string }) {
  const { t } = useLingui();
  const may = useMayOn(caseId);
  const [asking, setAsking] = useState(false);
  const query = $api.useQuery("get", "/api/v1/cases/{case_id}/partner-referrals/", {
    params: { path: { case_id: caseId }, query: { page_size: 200 } },
  });
  return (
    <Section
      title={t`Help from another partner`}
      about={t`Another partner helps the person. Before it accepts it sees the need, the area and the language, no name.`}
    >
      <Loaded query={query} empty={t`No other partner has been asked to help.`}>
        {({ results }) => (
          <>
            {results.map((one) => (
              <PartnerReferralCard key={one.id} row={one} showsCase={false} />
            ))}
          </>
        )}
      </Loaded>
      {may("refer_cases") && !asking && (
        <Button variant="default" onClick={() => setAsking(true)} style={{ alignSelf: "flex-start" }}>
          <Trans>Ask a partner for help</Trans>
        </Button>
      )}
      {asking && <NewHelp caseId={caseId} onDone={() => setAsking(false)} />}
    </Section>
  );
}
