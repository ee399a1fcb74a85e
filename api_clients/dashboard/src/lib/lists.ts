/** Things one after the other, as the reader's language joins them. */

// Chromium comes without Albanian and Georgian and would write "and".
const AND: Record<string, string> = { sq: "dhe", ka: "და" };

export function listed(locale: string, things: string[]): string {
  const and = AND[locale];
  if (!and) return new Intl.ListFormat(locale, { type: "conjunction" }).format(things);
  const [last, ...before] = [...things].reverse();
  return before.length === 0 ? (last ?? "") : `${before.reverse().join(", ")} ${and} ${last}`;
}
