import { Trans, useLingui } from "@lingui/react/macro";
import { Anchor, Group, Stack, Text } from "@mantine/core";
import { Link, useParams } from "react-router";
import { Loaded } from "@/components/Loaded";
import { PageTitle } from "@/components/PageTitle";
import { $api } from "@/lib/api";
import { type Place, useReferral } from "../queries";
import { InstitutionStep } from "./InstitutionStep";
import { Wizard } from "./Wizard";

/** A referral on its way: from the choice of an institution to the answer that is awaited. */
export function ReferralPage() {
  const { caseId = "", referralId = "" } = useParams();
  const isNew = referralId === "new";
  return (
    <Stack gap="md" maw={960}>
      <Header caseId={caseId} isNew={isNew} />
      {isNew ? (
        <InstitutionStep caseId={caseId} referral={null} />
      ) : (
        <Running key={referralId} place={{ caseId, referralId }} />
      )}
    </Stack>
  );
}

function Header({ caseId, isNew }: { caseId: string; isNew: boolean }) {
  const { t } = useLingui();
  const found = $api.useQuery("get", "/api/v1/cases/{case_id}/", { params: { path: { case_id: caseId } } });
  return (
    <div>
      <PageTitle name={isNew ? t`New referral to an institution` : t`Referral to an institution`} />
      <Group gap="xs">
        <Anchor component={Link} to={`/cases/${caseId}`} size="sm">
          <Trans>Case {found.data?.reference ?? ""}</Trans>
        </Anchor>
        <Text size="sm" c="dimmed">
          {found.data && "summary" in found.data ? found.data.summary : ""}
        </Text>
      </Group>
    </div>
  );
}

function Running({ place }: { place: Place }) {
  const referral = useReferral(place);
  return (
    <Loaded query={referral} lines={8}>
      {(found) => <Wizard place={place} referral={found} />}
    </Loaded>
  );
}
