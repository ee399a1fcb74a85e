import { ifMatch, type Schemas } from "@/lib/api";
import type { Place } from "../queries";

/** Where a step on a delivery goes, made from this version. */
export function deliveryAt(place: Place, delivery: Pick<Schemas["DeliveryRow"], "id" | "version">) {
  return {
    params: {
      path: { case_id: place.caseId, referral_id: place.referralId, delivery_id: delivery.id },
      header: { "If-Match": ifMatch(delivery.version) },
    },
  };
}
