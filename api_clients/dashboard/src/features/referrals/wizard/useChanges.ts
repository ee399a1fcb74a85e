/** Changes of a draft referral, sent with the version that they were made from. */
import { useQueryClient } from "@tanstack/react-query";
import { api } from "@/lib/api";
import { type Changes, changing, type Place, type Referral, referralQuery, told, useTold } from "../queries";

export function changeDraft(place: Place, version: number, body: Changes): Promise<Referral> {
  return told(
    api.PATCH("/api/v1/cases/{case_id}/referrals/{referral_id}/", { ...changing(place, version), body }),
  );
}

export function useChanges(place: Place, referral: Referral, after?: (changed: Referral) => void) {
  const client = useQueryClient();
  return useTold(async (body: Changes) => {
    const changed = await changeDraft(place, referral.version, body);
    // The next change is made from this version, also when it comes before everything was read anew.
    client.setQueryData(referralQuery(place).queryKey, changed);
    return changed;
  }, after);
}
