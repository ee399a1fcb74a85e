/** The form of every step: which fields it asks for, and how it is sent. A verb without a row does not build. */
import type { MessageDescriptor } from "@lingui/core";
import { msg } from "@lingui/core/macro";
import { api, type Schemas } from "@/lib/api";
import { INADMISSIBLE_REASON, RESOLUTION_OUTCOME } from "@/lib/words";
import { type Case, type CaseVerb, changing } from "../case";

export type Values = Record<string, string>;

export interface StepField {
  name: string;
  label: MessageDescriptor;
  help?: MessageDescriptor;
  kind: "words" | "choice" | "amount" | "case";
  /** `lifting`: asked for only where a reason lifts what stands against the step, and needed then. */
  need: "required" | "optional" | "lifting";
  choices?: Record<string, MessageDescriptor>;
}

export interface StepForm {
  /** What happens, in one sentence. */
  explained: MessageDescriptor;
  fields: StepField[];
  send: (one: Case, values: Values) => Promise<{ error?: unknown }>;
  /** It ends the work, or turns somebody away: never the first button. */
  ends?: boolean;
}

const CASE = "/api/v1/cases/{case_id}";

const lifting: StepField = {
  name: "reason",
  label: msg`Why already now`,
  help: msg`An institution still has to answer. The reason is kept as a note.`,
  kind: "words",
  need: "lifting",
};

const CURRENCIES: Record<Schemas["Currency"], MessageDescriptor> = {
  ALL: msg`Albanian lek (ALL)`,
  EUR: msg`Euro (EUR)`,
  GEL: msg`Georgian lari (GEL)`,
  RSD: msg`Serbian dinar (RSD)`,
  USD: msg`US dollar (USD)`,
};

export const STEP_FORMS: Record<CaseVerb, StepForm> = {
  start_triage: {
    explained: msg`You begin to sort this complaint: what it is about, and whether your organisation can take it.`,
    fields: [],
    send: (one) => api.POST(`${CASE}/start_triage/`, changing(one)),
  },
  ask_complainant: {
    explained: msg`The complainant reads your question with the receipt. The case waits until the answer is there.`,
    fields: [{ name: "question", label: msg`Your question`, kind: "words", need: "required" }],
    send: (one, { question = "" }) =>
      api.POST(`${CASE}/ask_complainant/`, { ...changing(one), body: { question } }),
  },
  take_up_answer: {
    explained: msg`Triage goes on, also where no answer has come. Open questions end.`,
    fields: [],
    send: (one) => api.POST(`${CASE}/take_up_answer/`, changing(one)),
  },
  open: {
    explained: msg`Your organisation takes the complaint. The complainant sees that it is being worked on.`,
    fields: [
      {
        name: "admissibility_note",
        label: msg`Why the complaint is admissible`,
        help: msg`For your colleagues; the complainant does not read it.`,
        kind: "words",
        need: "required",
      },
    ],
    send: (one, { admissibility_note = "" }) =>
      api.POST(`${CASE}/open/`, { ...changing(one), body: { admissibility_note } }),
  },
  await_answers: {
    explained: msg`This answer has been looked at. The case waits for the other institutions again.`,
    fields: [],
    send: (one) => api.POST(`${CASE}/await_answers/`, changing(one)),
  },
  resolve: {
    explained: msg`The work ends with an outcome. The complainant reads it, and has 14 days to say whether it is right.`,
    fields: [
      { name: "outcome", label: msg`Outcome`, kind: "choice", need: "required", choices: RESOLUTION_OUTCOME },
      {
        name: "outcome_text",
        label: msg`What the complainant reads about it`,
        kind: "words",
        need: "required",
      },
      {
        name: "impact",
        label: msg`What has changed`,
        help: msg`A rule, a practice, a decision: for your reports.`,
        kind: "words",
        need: "optional",
      },
      { name: "value_recovered", label: msg`Money returned`, kind: "amount", need: "optional" },
      { name: "value_currency", label: msg`Currency`, kind: "choice", need: "optional", choices: CURRENCIES },
      lifting,
    ],
    send: (one, values) =>
      api.POST(`${CASE}/resolve/`, {
        ...changing(one),
        body: {
          outcome: values.outcome as Schemas["ResolutionOutcome"],
          outcome_text: values.outcome_text ?? "",
          impact: values.impact ?? "",
          value_recovered: values.value_recovered?.trim().replace(",", ".") || null,
          value_currency: (values.value_currency ?? "") as Schemas["Currency"] | "",
          reason: values.reason ?? "",
        },
      }),
    ends: true,
  },
  close: {
    explained: msg`The case is filed away. It can be taken up again at any time.`,
    fields: [],
    send: (one) => api.POST(`${CASE}/close/`, changing(one)),
    ends: true,
  },
  reopen: {
    explained: msg`The case is taken up again, and goes back to work with the next step.`,
    fields: [
      { name: "reason", label: msg`Why`, help: msg`Kept as a note.`, kind: "words", need: "required" },
    ],
    send: (one, { reason = "" }) => api.POST(`${CASE}/reopen/`, { ...changing(one), body: { reason } }),
  },
  resume: {
    explained: msg`The reopened case is worked on again.`,
    fields: [],
    send: (one) => api.POST(`${CASE}/resume/`, changing(one)),
  },
  declare_inadmissible: {
    explained: msg`The complaint is turned away. The complainant reads your advice on where to go instead.`,
    fields: [
      { name: "reason", label: msg`Reason`, kind: "choice", need: "required", choices: INADMISSIBLE_REASON },
      {
        name: "advice",
        label: msg`Advice to the complainant`,
        help: msg`Where else to turn, and how. The complainant reads it.`,
        kind: "words",
        need: "required",
      },
    ],
    send: (one, { reason, advice = "" }) =>
      api.POST(`${CASE}/declare_inadmissible/`, {
        ...changing(one),
        body: { reason: reason as Schemas["InadmissibleReason"], advice },
      }),
    ends: true,
  },
  mark_duplicate: {
    explained: msg`The same complaint is worked as another case. The work goes on there.`,
    fields: [
      {
        name: "original",
        label: msg`The case that goes on`,
        help: msg`Its number, or words from its summary.`,
        kind: "case",
        need: "required",
      },
    ],
    send: (one, { original = "" }) =>
      api.POST(`${CASE}/mark_duplicate/`, { ...changing(one), body: { original } }),
    ends: true,
  },
  withdraw: {
    explained: msg`The complainant takes the complaint back. The work ends.`,
    fields: [
      { name: "reason", label: msg`Why`, help: msg`Kept as a note.`, kind: "words", need: "optional" },
    ],
    send: (one, { reason = "" }) => api.POST(`${CASE}/withdraw/`, { ...changing(one), body: { reason } }),
    ends: true,
  },
};

/** The fields that are asked for here: a reason against a hindrance only where there is one. */
export function fieldsOf(verb: CaseVerb, hindered: boolean): StepField[] {
  const fields = STEP_FORMS[verb].fields.filter((field) => field.need !== "lifting" || hindered);
  return fields.map((field) =>
    hindered && field.name === "reason" && field.kind === "words" ? { ...field, need: "required" } : field,
  );
}
