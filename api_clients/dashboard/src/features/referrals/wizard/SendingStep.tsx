import { Trans } from "@lingui/react/macro";
import { Alert, Stack, Text } from "@mantine/core";
import { Loaded } from "@/components/Loaded";
import { useDates } from "@/lib/dates";
import { Actions } from "../Actions";
import { useDeliveries } from "../sending/Deliveries";
import { DeliveryCard } from "../sending/DeliveryCard";
import { NewDelivery } from "../sending/NewDelivery";
import { Onward, type StepProps } from "./Onward";

const OPEN = new Set(["prepared", "under_way", "unclear"]);

/** The letter is brought there; each attempt with what a person does for it, and its proof. */
export function SendingStep({ place, referral, onNext }: StepProps) {
  const dates = useDates();
  const deliveries = useDeliveries(place);
  const waits = referral.state === "queued" || referral.state === "delivery_failed";
  return (
    <Stack gap="md">
      {referral.sent_on && !waits && (
        <Alert color="teal">
          <Trans>It left on {dates.day(referral.sent_on)}. The institution's answer is awaited.</Trans>
        </Alert>
      )}
      <Loaded query={deliveries}>
        {({ results }) => (
          <Stack gap="sm">
            {waits && !results.some((one) => OPEN.has(one.state)) && (
              <NewDelivery place={place} referral={referral} />
            )}
            {[...results].reverse().map((one) => (
              <DeliveryCard key={`${one.id} ${one.state}`} place={place} delivery={one} />
            ))}
          </Stack>
        )}
      </Loaded>
      {waits ? (
        <Actions place={place} referral={referral} />
      ) : (
        <>
          {referral.due_explanation && <Text size="sm">{referral.due_explanation}</Text>}
          <Onward onNext={onNext} />
        </>
      )}
    </Stack>
  );
}
