import { expect, test } from "vitest";
import { conditionOf, rowsOf } from "./conditions";
import {
  askedBefore,
  byLanguage,
  coresLeftOut,
  differences,
  type FormSchema,
  freeName,
  lookedAtBy,
  missingTexts,
  moved,
  saidUnder,
  withEntry,
} from "./model";

const both = (text: string) => ({ ka: `${text} ka`, en: `${text} en` });

function form(): FormSchema {
  return {
    languages: ["ka", "en"],
    kinds: ["public_service"],
    consents: [{ purpose: "processing", version: "2026-11", text: both("agree") }],
    sections: [
      {
        name: "way",
        title: both("way"),
        questions: [
          { name: "known", core: "complainant_kind", type: "choice", label: both("known"), options: [] },
          { name: "asked", type: "yes_no", label: both("asked") },
        ],
      },
      {
        name: "money",
        title: both("money"),
        when: { question: "asked", is: [true] },
        questions: [
          {
            name: "how_much",
            type: "number",
            label: both("how much"),
            required: { all: [{ question: "asked", is: [true] }, { not: { question: "known", is: ["x"] } }] },
          },
        ],
      },
    ],
  };
}

test("moving keeps everything and stops at both ends", () => {
  expect(moved(["a", "b", "c"], 2, 0)).toEqual(["c", "a", "b"]);
  expect(moved(["a", "b", "c"], 0, 1)).toEqual(["b", "a", "c"]);
  for (const to of [-1, 3]) expect(moved(["a", "b", "c"], 1, to)).toEqual(["a", "b", "c"]);
});

test("an entry is replaced or taken out, and the list before stays as it was", () => {
  const list = ["a", "b"];
  expect(withEntry(list, 1, "z")).toEqual(["a", "z"]);
  expect(withEntry(list, 0, undefined)).toEqual(["b"]);
  expect(list).toEqual(["a", "b"]);
});

test("a new name is none that is taken", () => {
  expect(freeName("question", ["question_1", "question_2"])).toBe("question_3");
});

test("conditions look at earlier sections alone", () => {
  expect(askedBefore(form(), 0)).toEqual([]);
  expect(askedBefore(form(), 1).map((one) => one.name)).toEqual(["known", "asked"]);
});

test("where a question is looked at is found at every depth", () => {
  expect(lookedAtBy(form(), "known")).toEqual(["how_much"]);
  expect(lookedAtBy(form(), "asked")).toEqual(["money", "how_much"]);
  expect(lookedAtBy(form(), "how_much")).toEqual([]);
});

test("a text that is missing in one language is told with its place, also in an agreement", () => {
  const schema = form();
  expect(missingTexts(schema)).toEqual([]);
  const [first] = schema.sections;
  if (first) first.title = { en: "way", ka: "  " };
  const [consent] = schema.consents;
  if (consent) consent.hint = { en: "why" };
  expect(missingTexts(schema)).toEqual([
    { place: "sections.0.title", languages: ["ka"] },
    { place: "consents.0.hint", languages: ["ka"] },
  ]);
});

test("a language that is added makes every text missing in it", () => {
  const schema = { ...form(), languages: ["ka", "en", "sq"] };
  const missing = missingTexts(schema);
  expect(missing.length).toBe(6);
  expect(missing.every((one) => one.languages.join() === "sq")).toBe(true);
});

test("what the server says of a place goes to that place and to no other that begins alike", () => {
  const errors = [
    { field: "schema.sections.1.questions.0.label.ka", message: "needed" },
    { field: "schema.sections.10.title", message: "other" },
  ];
  const said = saidUnder(errors, "sections.1");
  expect(said).toEqual([{ field: "questions.0.label.ka", message: "needed" }]);
  expect(byLanguage(saidUnder(errors, "sections.1.questions.0"), "label")).toEqual({ ka: "needed" });
});

test("core questions that were taken out can be put back from the published form", () => {
  const without = form();
  without.sections[0]?.questions.shift();
  expect(coresLeftOut(without, form()).map((one) => one.core)).toEqual(["complainant_kind"]);
  expect(coresLeftOut(form(), form())).toEqual([]);
});

test("differences name what came, went, changed and moved", () => {
  const before = form();
  const after = form();
  expect(differences(before, after)).toEqual([]);
  const [way, money] = after.sections;
  if (way) way.questions = [...way.questions].reverse();
  if (money) money.questions = [{ name: "new", type: "text", label: both("new") }];
  after.kinds = ["corruption"];
  expect(differences(before, after)).toEqual([
    { what: "question", how: "removed", name: "how_much" },
    { what: "question", how: "moved", name: "asked" },
    { what: "question", how: "moved", name: "known" },
    { what: "question", how: "added", name: "new" },
    { what: "offer", how: "changed", name: "kinds" },
  ]);
});

test("the order of keys makes no difference", () => {
  const before = form();
  const after = form();
  for (const section of after.sections)
    section.title = { en: section.title.en ?? "", ka: section.title.ka ?? "" };
  expect(differences(before, after)).toEqual([]);
});

const single = { question: "asked", is: [true] };

test.each([
  [undefined],
  [single],
  [{ not: single }],
  [{ all: [single, { not: { question: "kind", is: ["a", "b"] } }] }],
  [{ any: [single, single] }],
])("a condition survives being shown as rows", (condition) => {
  const rows = rowsOf(condition);
  expect(rows && conditionOf(rows)).toEqual(condition);
});

test.each([[{ not: { all: [single] } }], [{ all: [{ any: [single, single] }] }], [{ not: { not: single } }]])(
  "a condition that is built deeper is not shown as rows, so that it cannot be spoiled",
  (condition) => {
    expect(rowsOf(condition)).toBeNull();
  },
);
