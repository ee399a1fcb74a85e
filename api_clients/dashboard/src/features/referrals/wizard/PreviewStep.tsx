import { Trans } from "@lingui/react/macro";
import { Accordion, Stack, Text } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { PdfFrame } from "@/components/PdfFrame";
import { api } from "@/lib/api";
import { useDates } from "@/lib/dates";
import { type Place, type Referral, reading, told } from "../queries";
import { Leaving, useDossier } from "./Leaving";
import { Onward, type StepProps } from "./Onward";

/** The very pages that leave. Until they are approved or released, DRAFT stands across each of them. */
export function PreviewStep({ place, referral, onNext }: StepProps) {
  const canGoOn = ["draft", "approval", "queued"].includes(referral.state);
  return (
    <Stack gap="md">
      <Frozen place={place} />
      <Pages place={place} referral={referral} />
      <Accordion variant="separated">
        <Accordion.Item value="words">
          <Accordion.Control>
            <Trans>The same as text</Trans>
          </Accordion.Control>
          <Accordion.Panel>
            <Leaving place={place} />
          </Accordion.Panel>
        </Accordion.Item>
      </Accordion>
      {canGoOn && <Onward onNext={onNext} />}
    </Stack>
  );
}

function Pages({ place, referral }: { place: Place; referral: Referral }) {
  // Fetched for every version: each look at frozen pages leaves a line in the audit log, so no more often.
  const letter = useQuery({
    queryKey: ["letter", place.referralId, referral.version],
    staleTime: Number.POSITIVE_INFINITY,
    queryFn: ({ signal }) =>
      told(
        api.GET("/api/v1/cases/{case_id}/referrals/{referral_id}/letter/", {
          ...reading(place),
          parseAs: "blob",
          headers: { Accept: "application/pdf" },
          signal,
        }),
      ) as Promise<Blob>,
  });
  return <PdfFrame query={letter} name="letter.pdf" />;
}

function Frozen({ place }: { place: Place }) {
  const dates = useDates();
  const dossier = useDossier(place);
  if (!dossier.data?.frozen_at) return null;
  const { frozen_at, frozen_by, sha256 } = dossier.data;
  return (
    <Text size="sm" style={{ overflowWrap: "anywhere" }}>
      <Trans>
        Frozen on {dates.moment(frozen_at)} by {frozen_by?.name ?? "–"}. SHA-256: {sha256}
      </Trans>
    </Text>
  );
}
