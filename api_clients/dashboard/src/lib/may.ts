/** What the server lets a person do, on a case that may be another partner's. */
import { $api } from "./api";
import { type Permission, useSession } from "./session";

/** `may("work_cases")`: only on a case of the partner in view; others read along. */
export function useMayOn(caseId: string): (permission: Permission) => boolean {
  const { partner, may } = useSession();
  const { data } = $api.useQuery("get", "/api/v1/cases/{case_id}/", {
    params: { path: { case_id: caseId } },
  });
  const own = data !== undefined && data.owner === partner?.slug;
  return (permission) => own && may(permission);
}
