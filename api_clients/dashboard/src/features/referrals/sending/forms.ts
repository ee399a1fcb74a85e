/** What is recorded of a delivery: that it left, or that it did not arrive. */
import { msg } from "@lingui/core/macro";
import { api, type Schemas } from "@/lib/api";
import { DELIVERY_FAILURE } from "@/lib/words";
import { type StepForm, stepForm } from "../steps/fields";
import { deliveryAt } from "./deliveryAt";

const BASE = "/api/v1/cases/{case_id}/referrals/{referral_id}/deliveries/{delivery_id}";

export function deliveryForm(
  verb: "sent" | "failed",
  delivery: Schemas["DeliveryRow"],
  today: string,
): StepForm {
  return verb === "sent" ? sentForm(delivery, today) : failedForm(delivery);
}

function sentForm(delivery: Schemas["DeliveryRow"], today: string): StepForm {
  return stepForm<Schemas["DeliverySentRequest"]>({
    hint: msg`The institution's term starts on that day.`,
    fields: {
      sent_on: { kind: "day", label: msg`Day on which it left`, required: true },
      tracking_number: { kind: "line", label: msg`Number of the receipt or of the portal` },
      proofs: {
        kind: "files",
        label: msg`Proof`,
        hint: msg`A photograph of the postal receipt, the stamped copy, the portal's confirmation.`,
      },
      no_proof_reason: {
        kind: "words",
        label: msg`Why there is no proof`,
        when: (values) => !Array.isArray(values.proofs) || values.proofs.length === 0,
      },
    },
    start: { sent_on: today, tracking_number: "", proofs: [], no_proof_reason: "" },
    send: (place, version, body) =>
      api.POST(`${BASE}/sent/`, { ...deliveryAt(place, { id: delivery.id, version }), body }),
  });
}

function failedForm(delivery: Schemas["DeliveryRow"]): StepForm {
  return stepForm<Schemas["DeliveryFailedRequest"]>({
    danger: true,
    fields: {
      reason: { kind: "choice", label: msg`What happened`, choices: DELIVERY_FAILURE, required: true },
      words: { kind: "words", label: msg`In words` },
    },
    start: { reason: "returned", words: "" },
    send: (place, version, body) =>
      api.POST(`${BASE}/failed/`, { ...deliveryAt(place, { id: delivery.id, version }), body }),
  });
}
