/** A line of the story as a sentence: its codes and ids become the words and names that the reader knows. */
import type { MessageDescriptor } from "@lingui/core";
import { useLingui } from "@lingui/react/macro";
import { useDates } from "@/lib/dates";
import { listed } from "@/lib/lists";
import { useWord } from "@/lib/own-words";
import {
  ANSWER_ASSESSMENT,
  CASE_OUTCOME,
  CONSENT_PURPOSE,
  INADMISSIBLE_REASON,
  INTAKE_CHANNEL,
  ORIGINAL_REASON,
  REFERRAL_CHANNEL,
} from "@/lib/words";
import type { CaseEvent } from "../case";
import { ACTOR, FACT, SENTENCE } from "./words";

type Words = Record<string, MessageDescriptor>;

export function useLine() {
  const { i18n, t } = useLingui();
  const word = useWord();
  const dates = useDates();

  const coded = (words: Words, code: unknown) => (typeof code === "string" ? word(words, code) : "");
  const day = (value: unknown) => (typeof value === "string" ? dates.shortDay(value) : t`without a term`);
  const yes = (value: unknown) => (value ? "yes" : "no");

  function sentence(event: CaseEvent): string {
    const { facts, action } = event;
    const descriptor = SENTENCE[action];
    if (!descriptor) return action;
    return i18n._(
      descriptor.id,
      {
        partner: event.partner?.name ?? t`another partner`,
        institution: event.institution?.name ?? t`The institution`,
        person: event.person?.name ?? "",
        other: event.case?.reference ?? t`another case`,
        given: yes(facts.assignee),
        asks: yes(facts.asks),
        matched: yes(facts.matched),
        count: Number(facts.count ?? 0),
        people: Number(facts.people ?? 0),
        ratedOutcome: Number(facts.outcome ?? 0),
        ratedProcess: Number(facts.process ?? 0),
        fields: listed(
          i18n.locale,
          asList(facts.fields).map((name) => coded(FACT, name)),
        ),
        channel: coded(INTAKE_CHANNEL, facts.channel),
        channelTo: coded(REFERRAL_CHANNEL, facts.channel),
        outcome: coded(CASE_OUTCOME, facts.outcome),
        inadmissible: coded(INADMISSIBLE_REASON, facts.reason),
        original: coded(ORIGINAL_REASON, facts.reason),
        purpose: coded(CONSENT_PURPOSE, facts.purpose),
        assessment: coded(ANSWER_ASSESSMENT, facts.assessment),
        sentOn: day(facts.sent_on),
        dueAt: day(facts.due_at ?? facts.due_now),
      },
      { message: descriptor.message },
    );
  }

  const who = (event: CaseEvent) => event.actor?.name ?? word(ACTOR, event.actor_kind);
  return { sentence, who };
}

const asList = (value: unknown): string[] =>
  Array.isArray(value) ? value.filter((one): one is string => typeof one === "string") : [];

/** The words that a line carries: a note, a message, what an institution wrote. */
export function wordsOf(event: CaseEvent): string | null {
  const spoken = event.note?.text ?? event.message?.text;
  if (spoken) return spoken;
  // An answer is told twice: when it came, and when it was taken as the answer. Its words stand with the first.
  return event.action.endsWith("_arrived") ? (event.answer?.text ?? null) : null;
}
