/** Changes of a draft referral, sent with the version that they were made from. */
import { api } from "@/lib/api";
import { type Changes, changing, type Place, type Referral, told, useTold } from "../queries";

export function changeDraft(place: Place, version: number, body: Changes): Promise<Referral> {
  return told(
    api.PATCH("/api/v1/cases/{case_id}/referrals/{referral_id}/", { ...changing(place, version), body }),
  );
}

export function useChanges(place: Place, referral: Referral, after?: (changed: Referral) => void) {
  return useTold((body: Changes) => changeDraft(place, referral.version, body), after);
}
