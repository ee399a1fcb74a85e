/** What people call the steps of a referral, and the step of the way where one begins. */
import type { MessageDescriptor } from "@lingui/core";
import { msg } from "@lingui/core/macro";

/** Steps of a referral that an address takes; a newer server may know more of them. */
export type Verb =
  | "submit"
  | "release"
  | "approve"
  | "send_back"
  | "send"
  | "fail_delivery"
  | "requeue"
  | "register"
  | "ask_clarification"
  | "clarify"
  | "redirect"
  | "record_answer"
  | "note_silence"
  | "assess"
  | "close"
  | "cancel"
  | "appeal"
  | "pause_clock"
  | "resume_clock"
  | "extend_clock";

export const REFERRAL_VERB: Record<Verb, MessageDescriptor> = {
  submit: msg`Submit for approval`,
  release: msg`Make ready to be sent`,
  approve: msg`Approve`,
  send_back: msg`Send back to its author`,
  send: msg`Record that it left another way`,
  fail_delivery: msg`Record that it did not arrive`,
  requeue: msg`Prepare to send it again`,
  register: msg`Record the protocol number`,
  ask_clarification: msg`The institution asks something`,
  clarify: msg`Record what it was told`,
  redirect: msg`It passed the complaint on`,
  record_answer: msg`Type in the answer`,
  note_silence: msg`Note that no answer came`,
  assess: msg`Assess the answer`,
  close: msg`Close the referral`,
  cancel: msg`Drop the referral`,
  appeal: msg`Appeal`,
  pause_clock: msg`Pause the clock`,
  resume_clock: msg`Let the clock run again`,
  extend_clock: msg`The institution takes more time`,
};

export const REFERRAL_TONE: Record<string, string> = {
  draft: "gray",
  approval: "yellow",
  queued: "blue",
  sent: "blue",
  registered: "blue",
  clarification: "yellow",
  delivery_failed: "red",
  redirected: "gray",
  answered: "teal",
  assessed: "teal",
  closed: "gray",
  cancelled: "gray",
};
