import { Trans } from "@lingui/react/macro";
import { Button, Group } from "@mantine/core";
import type { Place, Referral } from "../queries";
import type { StepName } from "./stepsOf";

export interface StepProps {
  place: Place;
  referral: Referral;
  onNext: () => void;
  onGo: (step: StepName) => void;
}

interface Props {
  /** Without it the button sends the form that it stands in. */
  onNext?: () => void;
  loading?: boolean;
  disabled?: boolean;
  label?: React.ReactNode;
  children?: React.ReactNode;
}

/** At the foot of a step. */
export function Onward({ onNext, loading, disabled, label, children }: Props) {
  return (
    <Group justify="flex-end" gap="xs">
      {children}
      <Button loading={loading} disabled={disabled} onClick={onNext} type={onNext ? "button" : "submit"}>
        {label ?? <Trans>Continue</Trans>}
      </Button>
    </Group>
  );
}
