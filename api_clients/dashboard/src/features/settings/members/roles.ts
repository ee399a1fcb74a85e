/** For what somebody is given a role, in a sentence. What it allows is the server's to say. */
import type { MessageDescriptor } from "@lingui/core";
import { msg } from "@lingui/core/macro";
import type { Schemas } from "@/lib/api";

const HINTS: Record<Schemas["Role"], MessageDescriptor> = {
  intake_officer: msg`Takes complaints in and sorts them.`,
  caseworker: msg`Works cases from the first reading to the outcome.`,
  legal_adviser: msg`Works cases and is the second pair of eyes for letters.`,
  coordinator: msg`Leads the team: gives work out, approves letters, keeps these settings.`,
  custodian: msg`Decides who may see a complainant's name. Better not somebody who works the cases.`,
  observer: msg`Sees numbers and cases without words or names: donors, boards, auditors.`,
  field_researcher: msg`Files complaints that people tell on the spot, and sees no others.`,
};

export const useRoleHints = () => HINTS;
