import { Trans, useLingui } from "@lingui/react/macro";
import { Alert, Button, Group } from "@mantine/core";
import { useState } from "react";
import { ConfirmButton } from "@/components/ConfirmButton";
import { ProblemAlert } from "@/components/ProblemAlert";
import { $api, ifMatch, type Schemas } from "@/lib/api";
import { Decline } from "./Decline";
import { EndService } from "./EndService";

type Referral = Schemas["PartnerReferral"];
type Form = "decline" | "complete" | "not_complete";

/** The steps that the server allows this person here; what stands against one is said. */
export function PartnerReferralSteps({ found }: { found: Referral }) {
  const [form, setForm] = useState<Form | null>(null);
  const allowed = new Map(found.allowed_actions.map((one) => [one.verb, one]));
  if (allowed.size === 0) return null;
  if (form === "decline") return <SayNo found={found} onDone={() => setForm(null)} />;
  if (form) return <EndService found={found} given={form === "complete"} onDone={() => setForm(null)} />;
  const against = found.allowed_actions.filter((one) => one.reason);
  return (
    <>
      {against.map((one) => (
        <Alert key={one.verb} color="gray" py="xs">
          {one.reason}
        </Alert>
      ))}
      <Group gap="xs">
        {allowed.has("accept") && <Accept found={found} refused={Boolean(allowed.get("accept")?.code)} />}
        {allowed.has("start_service") && <Start found={found} />}
        {allowed.has("complete") && (
          <Button size="xs" onClick={() => setForm("complete")}>
            <Trans>Help was given</Trans>
          </Button>
        )}
        {allowed.has("not_complete") && (
          <Button size="xs" variant="default" onClick={() => setForm("not_complete")}>
            <Trans>Help could not be given</Trans>
          </Button>
        )}
        {allowed.has("decline") && (
          <Button size="xs" variant="default" onClick={() => setForm("decline")}>
            <Trans>Decline</Trans>
          </Button>
        )}
        {allowed.has("recall") && <Recall found={found} />}
      </Group>
    </>
  );
}

const paramsOf = (found: Referral) => ({
  path: { referral_id: found.id },
  header: { "If-Match": ifMatch(found.version) },
});

function Accept({ found, refused }: { found: Referral; refused: boolean }) {
  const accept = $api.useMutation("post", "/api/v1/partner-referrals/{referral_id}/accept/");
  return (
    <>
      <Button
        size="xs"
        disabled={refused}
        loading={accept.isPending}
        onClick={() => accept.mutate({ params: paramsOf(found) })}
      >
        <Trans>Accept</Trans>
      </Button>
      <ProblemAlert problem={accept.error} />
    </>
  );
}

function Start({ found }: { found: Referral }) {
  const start = $api.useMutation("post", "/api/v1/partner-referrals/{referral_id}/start_service/");
  return (
    <>
      <Button size="xs" loading={start.isPending} onClick={() => start.mutate({ params: paramsOf(found) })}>
        <Trans>Help has begun</Trans>
      </Button>
      <ProblemAlert problem={start.error} />
    </>
  );
}

function Recall({ found }: { found: Referral }) {
  const { t } = useLingui();
  const recall = $api.useMutation("post", "/api/v1/partner-referrals/{referral_id}/recall/");
  return (
    <>
      <ConfirmButton
        size="xs"
        variant="default"
        loading={recall.isPending}
        question={t`What was opened closes in the same moment.`}
        onConfirm={() => recall.mutate({ params: paramsOf(found) })}
      >
        <Trans>Recall</Trans>
      </ConfirmButton>
      <ProblemAlert problem={recall.error} />
    </>
  );
}

function SayNo({ found, onDone }: { found: Referral; onDone: () => void }) {
  const decline = $api.useMutation("post", "/api/v1/partner-referrals/{referral_id}/decline/");
  return (
    <Decline
      place={`partner-referral/${found.id}`}
      problem={decline.error}
      busy={decline.isPending}
      onCancel={onDone}
      onSend={(body) => decline.mutateAsync({ params: paramsOf(found), body })}
    />
  );
}
