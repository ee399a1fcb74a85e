/** What is asked of the server about referrals, and how a step on one is taken. */
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { $api, ifMatch, refresh, type Schemas, STEADY } from "@/lib/api";
import { asProblem } from "@/lib/problems";

export type Referral = Schemas["Referral"];
export type Changes = Schemas["PatchedReferralChangesRequest"];

/** Which referral of which case. */
export interface Place {
  caseId: string;
  referralId: string;
}

const pathOf = ({ caseId, referralId }: Place) => ({ case_id: caseId, referral_id: referralId });

/** Where a step goes, made from this version. */
export const changing = (place: Place, version: number) => ({
  params: { path: pathOf(place), header: { "If-Match": ifMatch(version) } },
});

export const reading = (place: Place) => ({ params: { path: pathOf(place) } });

export function referralQuery(place: Place) {
  return $api.queryOptions("get", "/api/v1/cases/{case_id}/referrals/{referral_id}/", reading(place));
}

export function useReferral(place: Place) {
  return useQuery(referralQuery(place));
}

export function useReferrals(caseId: string) {
  return $api.useQuery("get", "/api/v1/cases/{case_id}/referrals/", {
    params: { path: { case_id: caseId }, query: { page_size: 200 } },
  });
}

export function useOutlook(caseId: string, institution: string | null) {
  return $api.useQuery(
    "get",
    "/api/v1/cases/{case_id}/referral-outlook/",
    { params: { path: { case_id: caseId }, query: { institution: institution ?? undefined } } },
    { enabled: institution !== null },
  );
}

export function useRule(code: string | null | undefined) {
  return $api.useQuery(
    "get",
    "/api/v1/deadline-rules/{code}/",
    { params: { path: { code: code ?? "" } } },
    { ...STEADY, enabled: Boolean(code) },
  );
}

/** Runs one request; throws its problem. */
export async function told<Data>(answer: Promise<{ data?: Data; error?: unknown }>): Promise<Data> {
  const { data, error } = await answer;
  if (error !== undefined) throw error;
  return data as Data;
}

/** A request as a mutation: afterwards everything on the page is asked for anew, as it is after a refusal because
 * somebody else was faster. */
export function useTold<Input, Output>(
  run: (input: Input) => Promise<Output>,
  after?: (made: Output) => void,
) {
  const client = useQueryClient();
  return useMutation<Output, unknown, Input>({
    mutationFn: run,
    onSuccess: after,
    onError: (error) => {
      if (asProblem(error).status === 412) void refresh(client);
    },
  });
}

/** The step, if the person's role allows it here. */
export function actionOf(referral: Referral, verb: string): Schemas["AllowedAction"] | undefined {
  return referral.allowed_actions.find((one) => one.verb === verb);
}
