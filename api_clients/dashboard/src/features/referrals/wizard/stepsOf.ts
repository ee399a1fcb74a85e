/** The steps of a referral's way, and at which of them it stands. */
import type { MessageDescriptor } from "@lingui/core";
import { msg } from "@lingui/core/macro";
import type { Referral } from "../queries";

export type StepName =
  | "institution"
  | "term"
  | "letter"
  | "redaction"
  | "preview"
  | "approval"
  | "sending"
  | "waiting";

export const STEP_NAME: Record<StepName, MessageDescriptor> = {
  institution: msg`Institution`,
  term: msg`Legal term`,
  letter: msg`Letter`,
  redaction: msg`What leaves`,
  preview: msg`Pages`,
  approval: msg`Approval`,
  sending: msg`Sending`,
  waiting: msg`Waiting`,
};
export const STEP_NAMES = Object.keys(STEP_NAME) as StepName[];

const WRITTEN: StepName[] = ["institution", "term", "letter", "redaction"];

/** Where somebody who comes back goes on. */
export function standsAt({ state, redaction_checked_by }: Referral): StepName {
  if (state === "draft") return redaction_checked_by ? "preview" : "letter";
  if (state === "approval") return "approval";
  return state === "queued" || state === "delivery_failed" ? "sending" : "waiting";
}

/** What can be looked at now: words only while it is a draft, sending only once it may leave. */
export function isOpen(step: StepName, referral: Referral): boolean {
  if (WRITTEN.includes(step)) return referral.state === "draft";
  if (step === "preview") return referral.state !== "cancelled";
  if (step === "approval") return ["draft", "approval", "queued"].includes(referral.state);
  if (step === "sending") return !["draft", "approval", "cancelled"].includes(referral.state);
  return !["draft", "approval", "queued"].includes(referral.state);
}

/** What was done already. */
export function isDone(step: StepName, referral: Referral): boolean {
  if (referral.state !== "draft") return STEP_NAMES.indexOf(step) < STEP_NAMES.indexOf(standsAt(referral));
  if (step === "redaction") return referral.redaction_checked_by !== null;
  return (
    step === "institution" ||
    (step === "term" && Boolean(referral.deadline_rule)) ||
    (step === "letter" && referral.letter !== "")
  );
}

export function after(step: StepName): StepName {
  return STEP_NAMES[STEP_NAMES.indexOf(step) + 1] ?? "waiting";
}
