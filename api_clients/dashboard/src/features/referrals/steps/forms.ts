/** The form of every step on a referral. */
import { msg } from "@lingui/core/macro";
import { api, type Schemas } from "@/lib/api";
import { GIVEN_ASSESSMENT, PAUSE_REASON, REFERRAL_CHANNEL } from "@/lib/words";
import { changing } from "../queries";
import type { Verb } from "../words";
import { type StepForm, stepForm } from "./fields";

type Nothing = Record<string, never>;

/** Steps that take nothing but a yes. */
function plain(send: StepForm["send"], more: Pick<StepForm, "hint" | "danger"> = {}): () => StepForm {
  return () => stepForm<Nothing>({ ...more, fields: {}, start: {}, send });
}

const BASE = "/api/v1/cases/{case_id}/referrals/{referral_id}";

/** Made when a form opens, for it starts with the partner's present day. An appeal is no form of this kind, it begins a referral. */
export const STEP_FORMS: Record<Exclude<Verb, "appeal">, (today: string) => StepForm> = {
  submit: plain((at, version) => api.POST(`${BASE}/submit/`, changing(at, version))),
  release: plain((at, version) => api.POST(`${BASE}/release/`, changing(at, version)), {
    hint: msg`From then on nothing changes what leaves.`,
  }),
  approve: plain((at, version) => api.POST(`${BASE}/approve/`, changing(at, version)), {
    hint: msg`You have looked at the pages. From then on nothing changes what leaves.`,
  }),
  requeue: plain((at, version) => api.POST(`${BASE}/requeue/`, changing(at, version))),
  fail_delivery: plain((at, version) => api.POST(`${BASE}/fail_delivery/`, changing(at, version)), {
    hint: msg`A letter that did not arrive started no term: sent again, it starts a new one.`,
  }),
  note_silence: plain((at, version) => api.POST(`${BASE}/note_silence/`, changing(at, version)), {
    hint: msg`The term has passed. It counts as what the law of the term says.`,
  }),
  close: plain((at, version) => api.POST(`${BASE}/close/`, changing(at, version))),
  cancel: plain((at, version) => api.POST(`${BASE}/cancel/`, changing(at, version)), {
    hint: msg`Nothing has left. The draft stays in the story of the case and cannot be taken up again.`,
    danger: true,
  }),
  send_back: () =>
    stepForm<Schemas["SendingBackRequest"]>({
      fields: {
        reason: { kind: "words", label: msg`What should its author change?`, required: true },
      },
      start: { reason: "" },
      send: (at, version, body) => api.POST(`${BASE}/send_back/`, { ...changing(at, version), body }),
    }),
  send: (today) =>
    stepForm<Schemas["SendingRequest"]>({
      hint: msg`Only for what left without the step “Sending”. The institution's term starts.`,
      fields: {
        channel: { kind: "choice", label: msg`How it left`, choices: REFERRAL_CHANNEL, required: true },
        sent_on: { kind: "day", label: msg`Day on which it left`, required: true },
        proof: { kind: "line", label: msg`Number of the postal receipt` },
      },
      start: { channel: "post", sent_on: today, proof: "" },
      send: (at, version, body) => api.POST(`${BASE}/send/`, { ...changing(at, version), body }),
    }),
  register: (today) =>
    stepForm<Schemas["RegistrationRequest"]>({
      fields: {
        protocol_number: { kind: "line", label: msg`Protocol number`, required: true },
        registered_on: { kind: "day", label: msg`Registered on`, required: true },
      },
      start: { protocol_number: "", registered_on: today },
      send: (at, version, body) => api.POST(`${BASE}/register/`, { ...changing(at, version), body }),
    }),
  ask_clarification: (today) =>
    stepForm<Schemas["ClarificationAskedRequest"]>({
      hint: msg`Its clock runs on. Where the law lets it stand, pause it.`,
      fields: {
        asked_on: { kind: "day", label: msg`Asked on`, required: true },
        question: { kind: "words", label: msg`What it wants to know`, required: true },
      },
      start: { asked_on: today, question: "" },
      send: (at, version, body) => api.POST(`${BASE}/ask_clarification/`, { ...changing(at, version), body }),
    }),
  clarify: (today) =>
    stepForm<Schemas["ClarificationGivenRequest"]>({
      fields: {
        given_on: { kind: "day", label: msg`Told on`, required: true },
        reply: { kind: "words", label: msg`What it was told`, required: true },
      },
      start: { given_on: today, reply: "" },
      send: (at, version, body) => api.POST(`${BASE}/clarify/`, { ...changing(at, version), body }),
    }),
  redirect: (today) =>
    stepForm<Schemas["RedirectionRequest"]>({
      hint: msg`A second referral follows it, with a clock of its own. The complainant reads this through the receipt.`,
      fields: {
        institution: { kind: "institution", label: msg`Passed on to`, required: true },
        redirected_on: { kind: "day", label: msg`Passed on on`, required: true },
      },
      start: { institution: "", redirected_on: today },
      send: (at, version, body) => api.POST(`${BASE}/redirect/`, { ...changing(at, version), body }),
    }),
  pause_clock: (today) =>
    stepForm<Schemas["ClockStopRequest"]>({
      hint: msg`While the clock stands there is no due date. The day itself still counts.`,
      fields: {
        paused_on: { kind: "day", label: msg`Paused on`, required: true },
        reason: { kind: "choice", label: msg`Why`, choices: PAUSE_REASON, required: true },
        words: {
          kind: "words",
          label: msg`The reason in words`,
          required: true,
          when: (values) => values.reason === "other",
        },
      },
      start: { paused_on: today, reason: "clarification", words: "" },
      send: (at, version, body) => api.POST(`${BASE}/pause_clock/`, { ...changing(at, version), body }),
    }),
  resume_clock: (today) =>
    stepForm<Schemas["ClockStartRequest"]>({
      hint: msg`The next day is the first that counts.`,
      fields: { resumed_on: { kind: "day", label: msg`Runs again on`, required: true } },
      start: { resumed_on: today },
      send: (at, version, body) => api.POST(`${BASE}/resume_clock/`, { ...changing(at, version), body }),
    }),
  extend_clock: (today) =>
    stepForm<Schemas["ClockExtensionRequest"]>({
      fields: {
        letter_on: { kind: "day", label: msg`Date of the institution's letter`, required: true },
        until: {
          kind: "day",
          label: msg`Until the day that it names`,
          hint: msg`Without one, the extension that the law of the term knows.`,
        },
      },
      start: { letter_on: today, until: "" },
      send: (at, version, body) => api.POST(`${BASE}/extend_clock/`, { ...changing(at, version), body }),
    }),
  record_answer: (today) =>
    stepForm<Schemas["AnswerRequest"]>({
      fields: {
        answer: { kind: "words", label: msg`What it answers`, required: true },
        answered_on: { kind: "day", label: msg`Date of the answer`, required: true },
        is_final: {
          kind: "flag",
          label: msg`This is its answer`,
          hint: msg`Not for “we have received your letter”: that stops no term.`,
        },
        protocol_number: { kind: "line", label: msg`Its protocol number` },
        author_name: { kind: "line", label: msg`Who answers there` },
        files: { kind: "files", label: msg`The letter, scanned` },
      },
      start: {
        answer: "",
        answered_on: today,
        is_final: true,
        protocol_number: "",
        author_name: "",
        files: [],
      },
      send: (at, version, body) => api.POST(`${BASE}/record_answer/`, { ...changing(at, version), body }),
    }),
  assess: () =>
    stepForm<Schemas["AnswerAssessmentRequest"]>({
      fields: {
        assessment: {
          kind: "choice",
          label: msg`What the answer is worth`,
          choices: GIVEN_ASSESSMENT,
          required: true,
        },
        arrived_on: {
          kind: "day",
          label: msg`Day on which it arrived`,
          hint: msg`The time for an appeal runs from then. Without one: from its own date.`,
        },
      },
      start: { assessment: "full", arrived_on: "" },
      send: (at, version, body) => api.POST(`${BASE}/assess/`, { ...changing(at, version), body }),
    }),
};
