/**
 * What people call the codes of the interface. Made from openapi.yaml by `make schema`; never edited by hand.
 *
 * A code without a word here has none in the description either: see `own-words.ts`.
 */
import type { Schemas } from "@dosja/client";
import type { MessageDescriptor } from "@lingui/core";
import { msg } from "@lingui/core/macro";

export const CASE_KIND: Record<Schemas["CaseKind"], MessageDescriptor> = {
  public_service: msg`Public service`,
  corruption: msg`Corruption`,
  judiciary: msg`Courts and prosecution`,
  information_request: msg`Request for information`,
};

export const CASE_STATE: Record<Schemas["CaseState"], MessageDescriptor> = {
  received: msg`Received`,
  triage: msg`In triage`,
  awaiting_complainant: msg`Waiting for the complainant`,
  open: msg`Open`,
  referred: msg`Referred`,
  response_review: msg`Answer under review`,
  escalated: msg`Escalated`,
  resolved: msg`Resolved`,
  closed: msg`Closed`,
  reopened: msg`Reopened`,
  inadmissible: msg`Inadmissible`,
  duplicate: msg`Duplicate`,
  withdrawn: msg`Withdrawn`,
  transferred: msg`Transferred`,
};

export const QUARANTINE_REASON: Record<Schemas["QuarantineReason"], MessageDescriptor> = {
  trap_filled: msg`A field that people do not see was filled in`,
  forged_form: msg`The form's own token was changed`,
  too_fast: msg`The form was filled in faster than a person can`,
  many_from_sender: msg`Very many complaints came from the same place in this hour`,
  many_unproven: msg`Very many complaints without proof of work came in this hour`,
};

export const SEVERITY: Record<Schemas["Severity"], MessageDescriptor> = {
  1: msg`Low`,
  2: msg`Normal`,
  3: msg`High`,
  4: msg`Urgent: life, health or liberty`,
};

export const TASK_KIND: Record<Schemas["TaskKind"], MessageDescriptor> = {
  acknowledge: msg`Tell the complainant that the complaint has arrived`,
  referral_due: msg`An institution's term ends soon`,
  overdue: msg`An institution's term has passed without an answer`,
  answer_arrived: msg`Look at an institution's answer`,
  complainant_wrote: msg`Read what the complainant wrote`,
  satisfaction_due: msg`Ask the complainant about the outcome`,
  reopening_asked: msg`Decide whether to take a case up again`,
  hearing: msg`A hearing takes place`,
  approval_wanted: msg`A letter waits for a second pair of eyes`,
  delivery_failed: msg`A letter did not arrive`,
  delivery_unclear: msg`Find out whether a letter left`,
  partner_offer: msg`Another partner asks you to help a person`,
  partner_answered: msg`Read what another partner answered`,
  transfer_offer: msg`Another partner offers you a case for good`,
  appeal_window: msg`The time to appeal ends soon`,
  share_ends: msg`A share with another partner ends soon`,
  webhook_off: msg`News for a program do not arrive: its webhook was switched off`,
  erasure_soon: msg`A case will be erased soon`,
  erasure_asked: msg`A complainant asks for erasure`,
  by_hand: msg`Written by a colleague`,
};
