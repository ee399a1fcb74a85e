/** A case as its page needs it: fetched once, in the shape that the reader gets. */
import { createContext, useContext } from "react";
import { $api, ifMatch, type Schemas } from "@/lib/api";

export type Case = Schemas["Case"];
export type OpenedCase = Schemas["OpenedCase"];
export type CaseAsSeen = Schemas["CaseAsSeen"];
export type CaseVerb = Schemas["CaseStep"];
export type CaseAct = Schemas["CaseAct"];
export type CaseAction = Schemas["CaseAction"];
export type CaseEvent = Schemas["Event"];
export type Message = Schemas["Message"];
export type CaseFile = Schemas["File"];

export const CASE = "/api/v1/cases/{case_id}/";

export function useCase(caseId: string) {
  return $api.useQuery("get", CASE, { params: { path: { case_id: caseId } } });
}

/** Whoever works the case, or reads everything in it. */
export function isWhole(seen: CaseAsSeen): seen is Case {
  return "allowed_actions" in seen;
}

/** Somebody of another partner with which only some fields were agreed. */
export function isOpened(seen: CaseAsSeen): seen is OpenedCase {
  return "opened" in seen;
}

/** Address and version of a change, for the client. */
export function changing(one: Pick<Case, "id" | "version">) {
  return { params: { path: { case_id: one.id }, header: { "If-Match": ifMatch(one.version) } } };
}

export const at = (caseId: string) => ({ params: { path: { case_id: caseId } } });

export const CaseContext = createContext<Case | null>(null);

/** The case of this page. */
export function useThisCase(): Case {
  const found = useContext(CaseContext);
  if (!found) throw new Error("There is no case here.");
  return found;
}

export function useMay(act: CaseAct): boolean {
  return useThisCase().allowed_acts.includes(act);
}
