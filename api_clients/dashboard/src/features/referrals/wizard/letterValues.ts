/** What the step “Letter” works on, from the referral and back. */
import { isLanguage, type Language } from "@/lib/languages";
import type { Changes, Referral } from "../queries";

export interface LetterValues {
  language: Language | "";
  subject: string;
  letter: string;
  parallel: { language: Language; subject: string; letter: string } | null;
  enclosures: { file: string; title: string }[];
}

export function valuesOf(referral: Referral): LetterValues {
  const { parallel, letter_language: language } = referral;
  return {
    language: isLanguage(language) ? language : "",
    subject: referral.letter_subject ?? "",
    letter: referral.letter,
    parallel: parallel && isLanguage(parallel.language) ? { ...parallel, language: parallel.language } : null,
    enclosures: referral.enclosures.map(({ file, title }) => ({ file, title })),
  };
}

/** What changed; only that, because each change has what leaves looked over again. */
export function changesOf(values: LetterValues, before: LetterValues): Changes {
  const changes: Changes = {};
  if (values.language !== before.language) changes.letter_language = values.language;
  if (values.subject !== before.subject) changes.letter_subject = values.subject;
  if (values.letter !== before.letter) changes.letter = values.letter;
  if (differ(values.parallel, before.parallel)) changes.parallel = values.parallel;
  if (differ(values.enclosures, before.enclosures)) changes.enclosures = values.enclosures;
  return changes;
}

const differ = (one: unknown, other: unknown) => JSON.stringify(one) !== JSON.stringify(other);
