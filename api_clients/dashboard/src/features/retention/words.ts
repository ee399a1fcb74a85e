/**
 * What people call the codes of the interface. Made from openapi.yaml by `make schema`; never edited by hand.
 *
 * A code without a word here has none in the description either: see `own-words.ts`.
 */
import type { Schemas } from "@dosja/client";
import type { MessageDescriptor } from "@lingui/core";
import { msg } from "@lingui/core/macro";

export const CASE_ENDING: Record<Schemas["CaseEnding"], MessageDescriptor> = {
  remedied: msg`Remedied`,
  partly_remedied: msg`Partly remedied`,
  explanation: msg`Explanation or apology`,
  disciplinary_action: msg`Disciplinary action`,
  prosecution_referred: msg`Handed to the prosecution`,
  refund: msg`Money returned`,
  policy_change: msg`Rule or practice changed`,
  refused: msg`Refused`,
  unfounded: msg`Unfounded`,
  no_answer: msg`No answer`,
  withdrawn: msg`Withdrawn`,
  inadmissible: msg`Inadmissible`,
  duplicate: msg`Duplicate`,
  transferred: msg`Handed to another partner`,
};

export const ERASURE_BECAUSE: Record<Schemas["ErasureBecause"], MessageDescriptor> = {
  rule: msg`Its time of keeping is over`,
  request: msg`Its author asked for it`,
};

export const ERASURE_BLOCKER: Record<Schemas["ErasureBlocker"], MessageDescriptor> = {
  running: msg`Work on it has not ended.`,
  referral: msg`A letter to an institution is on its way, or its term runs.`,
  partner_referral: msg`Another partner helps the person, or is asked to.`,
  task: msg`A task is open.`,
  hold: msg`A legal hold stands.`,
  mail: msg`A mail that names it waits to be sorted.`,
  duplicate: msg`It is a duplicate of a case on which work goes on.`,
  request: msg`A request of the complainant waits for a decision.`,
  import: msg`The import that made it is at work.`,
};

export const ERASURE_REFUSAL: Record<Schemas["ErasureRefusal"], MessageDescriptor> = {
  hold: msg`We have to keep your file for now`,
  legal_duty: msg`The law obliges us to keep it`,
  legal_claim: msg`It is needed to pursue or defend a legal claim`,
  protection: msg`It protects you or somebody else from reprisal`,
  running: msg`Work on it has not ended; withdraw the complaint first`,
  not_author: msg`We are not sure that it was you who asked`,
};

export const ERASURE_REQUEST_STATE: Record<Schemas["ErasureRequestState"], MessageDescriptor> = {
  open: msg`Waits for a decision`,
  granted: msg`Granted`,
  refused: msg`Refused`,
};

export const HOLD_REASON: Record<Schemas["HoldReason"], MessageDescriptor> = {
  court: msg`Court proceedings need the file`,
  authority: msg`An authority asked us to keep it`,
  against_us: msg`A complaint about our own work`,
  reprisal: msg`The complainant may need it against reprisal`,
  audit: msg`An audit of the funding needs it`,
  other: msg`Another reason`,
};
