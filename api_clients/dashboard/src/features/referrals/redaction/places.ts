/** Places in a text: the browser counts UTF-16 units, the server Unicode characters; and what is covered by bars. */
import type { Schemas } from "@/lib/api";

/** A letter's annex has two parts, a case every part of the complainant's words. */
export type Hidden<Part extends string = Schemas["WordsPart"]> = Omit<Schemas["HiddenPlace"], "part"> & {
  part: Part;
};

export interface Stretch {
  start: number;
  end: number;
}

/** From places in a browser's text field to places as the server counts them. */
export function toCharacters(text: string, { start, end }: Stretch): Stretch {
  return { start: lengthOf(text.slice(0, start)), end: lengthOf(text.slice(0, end)) };
}

/** And back. */
export function toUnits(text: string, { start, end }: Stretch): Stretch {
  const characters = [...text];
  return {
    start: characters.slice(0, start).join("").length,
    end: characters.slice(0, end).join("").length,
  };
}

function lengthOf(text: string): number {
  return [...text].length;
}

/** The text with a bar over every hidden sign; as long as before, so that places stay what they are. */
export function covered(text: string, hidden: Stretch[]): string {
  let shown = text;
  for (const place of hidden) {
    const { start, end } = toUnits(text, place);
    shown = shown.slice(0, start) + shown.slice(start, end).replaceAll(/[^\n]/g, "█") + shown.slice(end);
  }
  return shown;
}

/** The words beneath a bar. */
export function wordsAt(text: string, { start, end }: Stretch): string {
  return [...text].slice(start, end).join("");
}

/** Without blanks at its edges; null where nothing is left. */
export function trimmed(text: string, place: Stretch): Stretch | null {
  const characters = [...text];
  let { start, end } = place;
  while (start < end && /\s/.test(characters[start] ?? "")) start += 1;
  while (end > start && /\s/.test(characters[end - 1] ?? "")) end -= 1;
  return start < end ? { start, end } : null;
}

/** A stretch more; those that overlap or touch become one, as on the page. */
export function withHidden<Part extends string>(all: Hidden<Part>[], added: Hidden<Part>): Hidden<Part>[] {
  const others = all.filter(
    (one) => one.part !== added.part || one.end < added.start || one.start > added.end,
  );
  const met = all.filter((one) => !others.includes(one));
  const merged = {
    ...added,
    start: Math.min(added.start, ...met.map((one) => one.start)),
    end: Math.max(added.end, ...met.map((one) => one.end)),
  };
  return [...others, merged].sort(
    (one, other) => one.part.localeCompare(other.part) || one.start - other.start,
  );
}

export function without<Part extends string>(all: Hidden<Part>[], gone: Hidden<Part>): Hidden<Part>[] {
  return all.filter((one) => one.part !== gone.part || one.start !== gone.start || one.end !== gone.end);
}
