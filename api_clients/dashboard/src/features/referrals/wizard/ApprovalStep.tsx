import { Trans } from "@lingui/react/macro";
import { Alert, Button, Group, Stack, Text } from "@mantine/core";
import { useState } from "react";
import { ProblemAlert } from "@/components/ProblemAlert";
import { Refusals } from "../Actions";
import { actionOf, told, useOutlook, useTold } from "../queries";
import { STEP_FORMS } from "../steps/forms";
import { StepPanel, VerbLabel } from "../steps/StepDialog";
import { useToday } from "../today";
import type { Verb } from "../words";
import { SecondPair } from "./InstitutionStep";
import { Onward, type StepProps } from "./Onward";

const FORWARD = ["submit", "release", "approve"] as const;

/** Who may let it leave: the author alone, or another person who looks at it. */
export function ApprovalStep(props: StepProps) {
  const { referral, onNext } = props;
  if (referral.state === "queued") {
    return (
      <Stack gap="md">
        <Alert color="teal">
          {referral.approved_by ? (
            <Trans>{referral.approved_by.name} approved it. It may leave.</Trans>
          ) : (
            <Trans>It may leave.</Trans>
          )}
        </Alert>
        <SendBack {...props} />
        <Onward onNext={onNext} />
      </Stack>
    );
  }
  return referral.state === "approval" ? <Deciding {...props} /> : <Handing {...props} />;
}

/** Its author hands it on. */
function Handing({ place, referral }: StepProps) {
  const outlook = useOutlook(place.caseId, referral.institution?.code ?? null);
  return (
    <Stack gap="md">
      {outlook.data?.needs_approval && <SecondPair approvers={outlook.data.approvers} />}
      <Forward place={place} referral={referral} />
    </Stack>
  );
}

/** It waits for the second pair of eyes. */
function Deciding(props: StepProps) {
  const { place, referral, onGo } = props;
  const outlook = useOutlook(place.caseId, referral.institution?.code ?? null);
  const approve = actionOf(referral, "approve");
  const others = outlook.data?.approvers.map((one) => one.name).join(", ");
  return (
    <Stack gap="md">
      <Alert color="blue">
        <Stack gap={4}>
          <Text size="sm">
            <Trans>Written by {referral.author?.name ?? "–"}; waits for another person's approval.</Trans>
          </Text>
          {referral.override_reason && (
            <Text size="sm" fw={600}>
              <Trans>It goes without the complainant's consent: {referral.override_reason}</Trans>
            </Text>
          )}
          {(!approve || approve.code) && others && (
            <Text size="sm">
              <Trans>These can approve it: {others}</Trans>
            </Text>
          )}
        </Stack>
      </Alert>
      <Group>
        <Button variant="default" onClick={() => onGo("preview")}>
          <Trans>Look at the pages</Trans>
        </Button>
      </Group>
      <Forward place={place} referral={referral} />
      <SendBack {...props} />
    </Stack>
  );
}

function Forward({ place, referral }: Pick<StepProps, "place" | "referral">) {
  const steps = referral.allowed_actions.filter((one) => FORWARD.some((verb) => verb === one.verb));
  const today = useToday();
  const going = useTold((verb: (typeof FORWARD)[number]) =>
    told(STEP_FORMS[verb](today).send(place, referral.version, {})),
  );
  return (
    <Stack gap="sm">
      <ProblemAlert problem={going.error} />
      <Refusals refused={steps.filter((one) => one.code)} />
      <Group justify="flex-end" gap="xs">
        {steps
          .filter((one) => !one.code)
          .map((one) => (
            <Button
              key={one.verb}
              loading={going.isPending}
              onClick={() => going.mutate(one.verb as (typeof FORWARD)[number])}
            >
              <VerbLabel verb={one.verb as Verb} />
            </Button>
          ))}
      </Group>
    </Stack>
  );
}

/** With the reason, which its author reads. */
function SendBack({ place, referral }: StepProps) {
  const [open, setOpen] = useState(false);
  const action = actionOf(referral, "send_back");
  if (!action) return null;
  if (action.code) return <Refusals refused={[action]} />;
  if (!open) {
    return (
      <Group justify="flex-end">
        <Button variant="default" onClick={() => setOpen(true)}>
          <VerbLabel verb="send_back" />
        </Button>
      </Group>
    );
  }
  return <StepPanel place={place} referral={referral} verb="send_back" onCancel={() => setOpen(false)} />;
}
