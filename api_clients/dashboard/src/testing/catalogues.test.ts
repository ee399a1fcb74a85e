/** Five languages, complete: no text is missing, and none lost a placeholder on the way. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";

const LOCALES = join(import.meta.dirname, "..", "locales");
// What the frame says is loaded first, what its pages say with them.
const HALVES = ["frame", "pages"];
const TRANSLATED = ["sq", "sr-Latn", "sr-Cyrl", "ka"];

test.each(TRANSLATED)("%s has every text", (locale) => {
  const texts = read(locale);
  expect([...texts].filter(([, translation]) => !translation).map(([text]) => text)).toEqual([]);
  expect([...texts.keys()].sort()).toEqual([...read("en").keys()].sort());
});

test.each(TRANSLATED)("%s keeps every placeholder, tag and plural", (locale) => {
  const broken = [...read(locale)].filter(
    ([text, translation]) => translation && parts(text) !== parts(translation),
  );
  expect(broken).toEqual([]);
});

test("Serbian in Cyrillic holds no Latin words but those that stay Latin", () => {
  const stray = [...read("sr-Cyrl").values()].filter((text) => /[čćžšđ]/i.test(text));
  expect(stray).toEqual([]);
});

function read(locale: string): Map<string, string> {
  const blocks = HALVES.flatMap((half) =>
    readFileSync(join(LOCALES, half, `${locale}.po`), "utf8")
      .split("\n\n")
      .slice(1),
  );
  const entries = blocks
    .filter((block) => /^msgid "/m.test(block) && !/^#~/m.test(block))
    .map((block): [string, string] => [
      field(block, "msgctxt") + field(block, "msgid"),
      field(block, "msgstr"),
    ]);
  return new Map(entries);
}

function field(block: string, name: string): string {
  const found = new RegExp(`^${name} ((?:".*"\\n?)+)`, "m").exec(block)?.[1] ?? "";
  return [...found.matchAll(/"(.*)"/g)].map((one) => one[1]).join("");
}

/** Names of placeholders, numbers of tags, kinds of choices: what the program fills in. */
function parts(text: string): string {
  // In a choice the words of a branch stand in braces, too.
  const chosen = /, *(plural|select|selectordinal),/.test(text);
  const names = chosen ? /\{(\w+), *\w+,|\{\d+\}|<\/?\d+\/?>/g : /\{\w+\}|<\/?\d+\/?>/g;
  return [...new Set([...text.matchAll(names)].map((one) => one[0]))].sort().join(" ");
}
