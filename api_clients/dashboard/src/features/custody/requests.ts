/** Requests for identities as the interface gives them, and the addresses of one. */
import { ifMatch, type Schemas } from "@/lib/api";

export type Request = Schemas["RequestForIdentity"];
export type RequestAtDesk = Schemas["RequestForIdentityAtDesk"];

export const ROOM = "/api/v1/cases/{case_id}/identity-requests/" as const;
export const DESK = "/api/v1/identity-requests/" as const;

/** Whether the server lets this person take a step; `why` is what still stands against it. */
export function step(one: { allowed_actions: Schemas["AllowedAction"][] }, verb: string) {
  const found = one.allowed_actions.find((action) => action.verb === verb);
  return { shown: found !== undefined, free: found !== undefined && !found.code, why: found?.reason ?? null };
}

/** The version that was read goes along. */
export function held(version: number) {
  return { "If-Match": ifMatch(version) };
}
