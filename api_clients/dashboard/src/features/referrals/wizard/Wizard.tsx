import { useLingui } from "@lingui/react/macro";
import { Alert, Button, Group, Stack, Text, Title } from "@mantine/core";
import { IconCheck } from "@tabler/icons-react";
import { useSearchParams } from "react-router";
import { useWord } from "@/lib/own-words";
import type { Place, Referral } from "../queries";
import { ReferralCard } from "../ReferralCard";
import { ApprovalStep } from "./ApprovalStep";
import { InstitutionStep } from "./InstitutionStep";
import { LetterStep } from "./LetterStep";
import type { StepProps } from "./Onward";
import { PreviewStep } from "./PreviewStep";
import { RedactionStep } from "./RedactionStep";
import { SendingStep } from "./SendingStep";
import { after, isDone, isOpen, STEP_NAME, STEP_NAMES, type StepName, standsAt } from "./stepsOf";
import { TermStep } from "./TermStep";

interface Props {
  place: Place;
  referral: Referral;
}

/** Each step can be left and come back to: the server keeps the draft, this browser what is typed and not saved. */
export function Wizard({ place, referral }: Props) {
  const [query, setQuery] = useSearchParams();
  const asked = query.get("step") as StepName | null;
  const step = asked && STEP_NAMES.includes(asked) && isOpen(asked, referral) ? asked : standsAt(referral);
  const go = (next: StepName) => setQuery({ step: next });
  const onNext = () => go(after(step));
  return (
    <Stack gap="md">
      <Way referral={referral} step={step} onGo={go} />
      <Title order={2} size="h4">
        {referral.institution?.name}
      </Title>
      {referral.state === "draft" && referral.sent_back_reason && (
        <SentBack reason={referral.sent_back_reason} />
      )}
      <OneStep place={place} referral={referral} step={step} onNext={onNext} onGo={go} />
    </Stack>
  );
}

function SentBack({ reason }: { reason: string }) {
  const { t } = useLingui();
  return (
    <Alert color="orange" title={t`It was sent back`}>
      <Text size="sm" style={{ whiteSpace: "pre-wrap" }}>
        {reason}
      </Text>
    </Alert>
  );
}

function OneStep({ step, ...props }: StepProps & { step: StepName }) {
  switch (step) {
    case "institution":
      return <InstitutionStep caseId={props.place.caseId} referral={props.referral} onNext={props.onNext} />;
    case "term":
      return <TermStep {...props} />;
    case "letter":
      return <LetterStep {...props} />;
    case "redaction":
      return <RedactionStep {...props} />;
    case "preview":
      return <PreviewStep {...props} />;
    case "approval":
      return <ApprovalStep {...props} />;
    case "sending":
      return <SendingStep {...props} />;
    case "waiting":
      return <ReferralCard place={props.place} referral={props.referral} />;
  }
}

interface WayProps {
  referral: Referral;
  step: StepName;
  onGo: (step: StepName) => void;
}

function Way({ referral, step, onGo }: WayProps) {
  const { t } = useLingui();
  const word = useWord();
  return (
    <nav aria-label={t`Steps of the referral`}>
      <Group gap={6} component="ol" style={{ listStyle: "none", padding: 0, margin: 0 }}>
        {STEP_NAMES.map((one, place) => (
          <li key={one}>
            <Button
              size="xs"
              variant={one === step ? "filled" : "default"}
              aria-current={one === step ? "step" : undefined}
              disabled={!isOpen(one, referral)}
              leftSection={
                isDone(one, referral) ? <IconCheck size={14} aria-label={t`done`} /> : `${place + 1}`
              }
              onClick={() => onGo(one)}
            >
              {word(STEP_NAME, one)}
            </Button>
          </li>
        ))}
      </Group>
    </nav>
  );
}
