/** A form that is being written, as plain data: moving, adding, what is missing, what changed. No rules: those are the server's. */
import type { Schemas } from "@/lib/api";
import type { Language } from "@/lib/languages";
import type { Texts } from "../TextsInput";

export type FormSchema = Schemas["FormVersionDetail"]["schema"];
export type Section = FormSchema["sections"][number];
export type Question = Section["questions"][number];
export type Consent = FormSchema["consents"][number];
export type Note = NonNullable<Section["notes"]>[number];
export type Option = NonNullable<Question["options"]>[number];

export const TYPES = [
  "text",
  "long_text",
  "choice",
  "choices",
  "yes_no",
  "number",
  "date",
  "place",
  "institution",
  "files",
] as const;
export type QuestionType = (typeof TYPES)[number] | "category" | "consents";

/** The same list with one entry at another place. */
export function moved<Item>(list: readonly Item[], from: number, to: number): Item[] {
  if (to < 0 || to >= list.length) return [...list];
  const next = [...list];
  const [item] = next.splice(from, 1);
  if (item !== undefined) next.splice(to, 0, item);
  return next;
}

/** The same list with one entry replaced, or (undefined) without it. */
export function withEntry<Item>(list: readonly Item[], at: number, item: Item | undefined): Item[] {
  const next = [...list];
  if (item === undefined) next.splice(at, 1);
  else next[at] = item;
  return next;
}

export function freeName(beginning: string, taken: Iterable<string>): string {
  const known = new Set(taken);
  let number = 1;
  while (known.has(`${beginning}_${number}`)) number += 1;
  return `${beginning}_${number}`;
}

export function questionNames(schema: FormSchema): string[] {
  return schema.sections.flatMap((section) => section.questions.map((one) => one.name));
}

export function newQuestion(type: QuestionType, schema: FormSchema): Question {
  const question: Question = { name: freeName("question", questionNames(schema)), type, label: {} };
  if (type === "choice" || type === "choices")
    question.options = [
      { value: "option_1", label: {} },
      { value: "option_2", label: {} },
    ];
  return question;
}

export function newSection(schema: FormSchema): Section {
  const names = schema.sections.map((one) => one.name);
  return { name: freeName("section", names), title: {}, questions: [newQuestion("long_text", schema)] };
}

/** Core questions that another form asks and this one does not. */
export function coresLeftOut(schema: FormSchema, other: FormSchema): Question[] {
  const asked = new Set(schema.sections.flatMap((one) => one.questions.map((question) => question.core)));
  return other.sections
    .flatMap((one) => one.questions)
    .filter((question) => question.core && !asked.has(question.core));
}

/** Questions that a condition on a section, or on what stands in it, may look at. */
export function askedBefore(schema: FormSchema, section: number): Question[] {
  return schema.sections
    .slice(0, section)
    .flatMap((one) => one.questions)
    .filter((one) =>
      ["choice", "choices", "yes_no", "number", "category", "place", "institution"].includes(one.type),
    );
}

/** Where a question is looked at by conditions: it cannot go without them. */
export function lookedAtBy(schema: FormSchema, name: string): string[] {
  const found: string[] = [];
  for (const section of schema.sections) {
    if (mentions(section.when, name)) found.push(section.name);
    for (const question of section.questions)
      if (mentions(question.when, name) || mentions(question.required, name)) found.push(question.name);
    for (const note of section.notes ?? []) if (mentions(note.when, name)) found.push(section.name);
  }
  return [...new Set(found)];
}

function mentions(condition: unknown, name: string): boolean {
  if (typeof condition !== "object" || condition === null) return false;
  if (Array.isArray(condition)) return condition.some((one) => mentions(one, name));
  return Object.entries(condition).some(([key, value]) =>
    key === "question" ? value === name : mentions(value, name),
  );
}

// What is missing ---------------------------------------------------------------------------------

export interface Missing {
  /** Where, as the server would say it: `sections.0.title`. */
  place: string;
  languages: Language[];
}

/** Every text that is not there in every language of the form. */
export function missingTexts(schema: FormSchema): Missing[] {
  const languages = schema.languages as Language[];
  const found: Missing[] = [];
  const look = (place: string, texts: Texts | undefined, needed: boolean) => {
    if (!needed && !texts) return;
    const lacking = languages.filter((one) => !texts?.[one]?.trim());
    if (lacking.length > 0) found.push({ place, languages: lacking });
  };
  schema.sections.forEach((section, number) => {
    const at = `sections.${number}`;
    look(`${at}.title`, section.title, true);
    look(`${at}.intro`, section.intro, false);
    (section.notes ?? []).forEach((note, place) => {
      look(`${at}.notes.${place}.text`, note.text, true);
    });
    section.questions.forEach((question, place) => {
      lookAtQuestion(`${at}.questions.${place}`, question, look);
    });
  });
  schema.consents.forEach((consent, number) => {
    look(`consents.${number}.text`, consent.text, true);
    look(`consents.${number}.hint`, consent.hint, false);
    for (const [way, texts] of Object.entries(consent.hints ?? {}))
      look(`consents.${number}.hints.${way}`, texts, true);
  });
  return found;
}

function lookAtQuestion(
  at: string,
  question: Question,
  look: (place: string, texts: Texts | undefined, needed: boolean) => void,
): void {
  look(`${at}.label`, question.label, true);
  look(`${at}.help`, question.help, false);
  look(`${at}.missing`, question.missing, false);
  (question.options ?? []).forEach((option, number) => {
    look(`${at}.options.${number}.label`, option.label, true);
    look(`${at}.options.${number}.hint`, option.hint, false);
  });
}

// What the server said ----------------------------------------------------------------------------

export interface Said {
  field: string;
  message: string;
}

/** The errors of one place, told relative to it: `label.ka`. */
export function saidUnder(errors: readonly Said[], place: string): Said[] {
  const full = `schema.${place}`;
  return errors
    .filter((one) => one.field === full || one.field.startsWith(`${full}.`))
    .map((one) => ({ field: one.field.slice(full.length + 1), message: one.message }));
}

/** Of the errors of one place those of a text, by language. */
export function byLanguage(said: readonly Said[], text: string): Record<string, string> {
  const found: Record<string, string> = {};
  for (const one of said)
    if (one.field === text || one.field.startsWith(`${text}.`))
      found[one.field.slice(text.length + 1)] = one.message;
  return found;
}

// What changed ------------------------------------------------------------------------------------

export interface Difference {
  what: "section" | "question" | "consent" | "offer";
  how: "added" | "removed" | "changed" | "moved";
  name: string;
}

/** What differs between two forms, by section, question and consent. */
export function differences(before: FormSchema, after: FormSchema): Difference[] {
  const found: Difference[] = [];
  compare("section", before.sections.map(bare), after.sections.map(bare), found);
  compare("question", placed(before), placed(after), found);
  compare(
    "consent",
    before.consents.map((one) => ({ ...one, name: one.purpose })),
    after.consents.map((one) => ({ ...one, name: one.purpose })),
    found,
  );
  for (const name of ["languages", "kinds", "categories", "places"] as const)
    if (!same(before[name] ?? null, after[name] ?? null)) found.push({ what: "offer", how: "changed", name });
  return found;
}

interface Named {
  name: string;
}

const bare = ({ questions: _questions, ...section }: Section): Named => section;

function placed(schema: FormSchema): (Question & { within: string })[] {
  return schema.sections.flatMap((section) =>
    section.questions.map((question) => ({ ...question, within: section.name })),
  );
}

function compare(what: Difference["what"], before: Named[], after: Named[], found: Difference[]): void {
  const old = new Map(before.map((one) => [one.name, one]));
  const kept = new Set(after.map((one) => one.name));
  for (const one of before) if (!kept.has(one.name)) found.push({ what, how: "removed", name: one.name });
  const orderBefore = before.filter((one) => kept.has(one.name)).map((one) => one.name);
  const orderAfter = after.filter((one) => old.has(one.name)).map((one) => one.name);
  for (const one of after) {
    const former = old.get(one.name);
    if (!former) found.push({ what, how: "added", name: one.name });
    else if (!same(former, one)) found.push({ what, how: "changed", name: one.name });
    else if (follows(orderBefore, one.name) !== follows(orderAfter, one.name))
      found.push({ what, how: "moved", name: one.name });
  }
}

const follows = (order: string[], name: string) => order[order.indexOf(name) - 1];
const same = (one: unknown, other: unknown) => sorted(one) === sorted(other);

function sorted(value: unknown): string {
  return JSON.stringify(value, (_key, part: unknown) =>
    part && typeof part === "object" && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).sort(([one], [other]) => (one < other ? -1 : 1)))
      : part,
  );
}
