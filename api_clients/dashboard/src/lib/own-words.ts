/** Words for codes that the description names without a label. */
import type { MessageDescriptor } from "@lingui/core";
import { msg } from "@lingui/core/macro";
import { useLingui } from "@lingui/react";
import { useCallback } from "react";
import type { Schemas } from "./api";

export const PERMISSION: Record<Schemas["Permission"], MessageDescriptor> = {
  view_cases: msg`Sees which cases the partner has, without words or names`,
  read_complaints: msg`Reads the words of complaints, notes, messages and the timeline`,
  file_complaints: msg`Files a complaint for a citizen`,
  triage_cases: msg`Sorts new complaints: category, admissibility, duplicates`,
  work_cases: msg`Works cases: notes, questions, answers, outcome`,
  assign_cases: msg`Says who works a case`,
  refer_cases: msg`Prepares and sends referrals to institutions`,
  approve_referrals: msg`Is the second pair of eyes before a referral leaves`,
  override_consent: msg`Refers without consent, with a reason`,
  close_cases: msg`Closes and reopens cases`,
  share_cases: msg`Shares cases with another partner and hands them over`,
  restrict_cases: msg`Restricts a case to named persons`,
  read_restricted_persons: msg`Reads the name of a judge, prosecutor or official`,
  publish_cases: msg`Publishes and withdraws what the public reads of a case`,
  reveal_identity: msg`Decides who reads a complainant's identity`,
  manage_partner: msg`Keeps the partner's members and settings`,
  view_statistics: msg`Sees numbers`,
};

/** `word(CASE_STATE, "open")`: what people call a code, in the reader's language. */
export function useWord() {
  const { i18n } = useLingui();
  return useCallback(
    <Code extends string | number>(words: Record<Code, MessageDescriptor>, code: Code): string =>
      // A server newer than this page may know codes that it does not.
      words[code] ? i18n._(words[code]) : String(code),
    [i18n],
  );
}
