import { Trans } from "@lingui/react/macro";
import { Button, Card, Group, Stack, Text, Title } from "@mantine/core";
import { useState } from "react";
import { ProblemAlert } from "@/components/ProblemAlert";
import { api, type Schemas } from "@/lib/api";
import { useDates } from "@/lib/dates";
import { useWord } from "@/lib/own-words";
import { DELIVERY_STATE, DELIVERY_VERB, DISPATCH_STATE, REFERRAL_CHANNEL } from "@/lib/words";
import { Mark } from "../Marks";
import { type Place, told, useTold } from "../queries";
import { FormPanel } from "../steps/StepDialog";
import { useToday } from "../today";
import { deliveryAt } from "./deliveryAt";
import { deliveryForm } from "./forms";
import { Guidance } from "./Guidance";

type Row = Schemas["DeliveryRow"];

const OPEN = new Set(["prepared", "under_way", "unclear"]);
const TONE: Record<Schemas["DeliveryState"], string> = {
  prepared: "blue",
  under_way: "blue",
  sent: "teal",
  unclear: "orange",
  failed: "red",
  cancelled: "gray",
};

/** One attempt: what became of it, what a person does for it, and the steps that are left. */
export function DeliveryCard({ place, delivery }: { place: Place; delivery: Row }) {
  const word = useWord();
  return (
    <Card withBorder padding="sm">
      <Stack gap="sm">
        <Group justify="space-between" gap="xs">
          <Title order={3} size="h6">
            {word(REFERRAL_CHANNEL, delivery.channel)}
          </Title>
          <Mark tone={TONE[delivery.state]}>{word(DELIVERY_STATE, delivery.state)}</Mark>
        </Group>
        <DeliveryFacts delivery={delivery} />
        {OPEN.has(delivery.state) && <Guidance place={place} deliveryId={delivery.id} />}
        <DeliverySteps place={place} delivery={delivery} />
      </Stack>
    </Card>
  );
}

function DeliveryFacts({ delivery }: { delivery: Row }) {
  const dates = useDates();
  const word = useWord();
  const { dispatch } = delivery;
  return (
    <Stack gap={2}>
      {dispatch && (
        <Text size="sm">
          {dispatch.to_address}: {word(DISPATCH_STATE, dispatch.state)}
        </Text>
      )}
      {dispatch?.next_try_at && (
        <Text size="sm">
          <Trans>The next try is at about {dates.time(dispatch.next_try_at)}.</Trans>
        </Text>
      )}
      {delivery.sent_on && (
        <Text size="sm">
          <Trans>Left on {dates.day(delivery.sent_on)}</Trans>
        </Text>
      )}
      {delivery.tracking_number && (
        <Text size="sm">
          <Trans>Number: {delivery.tracking_number}</Trans>
        </Text>
      )}
      {delivery.proofs.length > 0 && (
        <Text size="sm">
          <Trans>The proof lies among the files of the case.</Trans>
        </Text>
      )}
      {delivery.words && <Text size="sm">{delivery.words}</Text>}
    </Stack>
  );
}

const WITH_FORM = new Set<Schemas["DeliveryVerb"]>(["sent", "failed"]);
type PlainVerb = "left" | "send_again" | "cancel";

function DeliverySteps({ place, delivery }: { place: Place; delivery: Row }) {
  const word = useWord();
  const first = delivery.state === "prepared" && delivery.allowed_actions.includes("sent") ? "sent" : null;
  const [open, setOpen] = useState<Schemas["DeliveryVerb"] | null>(first);
  const plain = useTold((verb: PlainVerb) => told(plainStep(place, delivery, verb)));
  if (delivery.allowed_actions.length === 0) return null;
  const verbs = delivery.allowed_actions.filter((verb) => verb !== open);
  return (
    <Stack gap="sm">
      {open && WITH_FORM.has(open) && (
        <DeliveryStep
          key={open}
          place={place}
          delivery={delivery}
          verb={open === "sent" ? "sent" : "failed"}
        />
      )}
      <ProblemAlert problem={plain.error} />
      <Group gap="xs">
        {verbs.map((verb) => (
          <Button
            key={verb}
            size="xs"
            variant="default"
            loading={plain.isPending && plain.variables === verb}
            onClick={() => (WITH_FORM.has(verb) ? setOpen(verb) : plain.mutate(verb as PlainVerb))}
          >
            {word(DELIVERY_VERB, verb)}
          </Button>
        ))}
      </Group>
    </Stack>
  );
}

function plainStep(place: Place, delivery: Row, verb: PlainVerb) {
  const at = deliveryAt(place, delivery);
  const base = "/api/v1/cases/{case_id}/referrals/{referral_id}/deliveries/{delivery_id}";
  if (verb === "left") return api.POST(`${base}/left/`, at);
  if (verb === "send_again") return api.POST(`${base}/send_again/`, at);
  return api.POST(`${base}/cancel/`, at);
}

function DeliveryStep({ place, delivery, verb }: { place: Place; delivery: Row; verb: "sent" | "failed" }) {
  const word = useWord();
  const today = useToday();
  const [form] = useState(() => deliveryForm(verb, delivery, today));
  return (
    <FormPanel
      form={form}
      draftPlace={`referral/${place.referralId}/delivery/${delivery.id}/${verb}`}
      caseId={place.caseId}
      label={word(DELIVERY_VERB, verb)}
      send={(values) => told(form.send(place, delivery.version, values))}
    />
  );
}
