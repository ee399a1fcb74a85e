/** No words on a page but through the catalogue: looks at the source of every component. */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import ts from "typescript";
import { expect, test } from "vitest";

const SOURCE = join(import.meta.dirname, "..");
// What Lingui itself translates.
const TRANSLATING = new Set(["Trans", "Plural", "Select", "SelectOrdinal"]);
// Attributes that people read or hear.
const SPOKEN = new Set([
  "label",
  "title",
  "placeholder",
  "description",
  "aria-label",
  "aria-description",
  "alt",
  "name",
  "error",
  "empty",
  "question",
  "nothingFoundMessage",
]);
// `name` is spoken on our own headings only; of an input it is for programs.
const NAMED = new Set(["PageTitle"]);
const LETTERS = /\p{L}{2,}/u;
// Names are the same in every language.
const NAMES = new Set(["Dosja", "CSV", "Excel (XLSX)"]);

test("every word that people read is in the catalogue", () => {
  expect(sources().flatMap(strayWords)).toEqual([]);
});

test("the search finds what it looks for", () => {
  const stray = (text: string) => wordsOf("x.tsx", text).map((one) => one.replace(/^.*: /, ""));
  expect(stray("const a = <p>Hello there</p>")).toEqual(["Hello there"]);
  expect(stray("const a = <p><Trans>Hello <b>there</b></Trans></p>")).toEqual([]);
  expect(stray('const a = <TextInput label="Name" name="code" />')).toEqual(["Name"]);
  expect(stray('const a = <p>{late ? "Too late" : null}</p>')).toEqual(["Too late"]);
  expect(stray('const a = <p className="words">{count}</p>')).toEqual([]);
});

function sources(): string[] {
  return readdirSync(SOURCE, { recursive: true, encoding: "utf8" })
    .filter((name) => name.endsWith(".tsx") && !name.includes(".test.") && !name.startsWith("testing"))
    .map((name) => join(SOURCE, name));
}

function strayWords(path: string): string[] {
  return wordsOf(path, readFileSync(path, "utf8"));
}

function wordsOf(path: string, text: string): string[] {
  const found: string[] = [];
  const file = ts.createSourceFile(path, text, ts.ScriptTarget.Latest, true, ts.ScriptKind.TSX);
  const note = (node: ts.Node, words: string) => {
    const said = words.trim();
    if (!LETTERS.test(said) || NAMES.has(said)) return;
    const { line } = file.getLineAndCharacterOfPosition(node.getStart());
    found.push(`${path.replace(SOURCE, "src")}:${line + 1}: ${said}`);
  };
  const visit = (node: ts.Node): void => {
    if (ts.isJsxElement(node) && TRANSLATING.has(node.openingElement.tagName.getText())) return;
    if (ts.isJsxText(node)) note(node, node.text);
    if (ts.isJsxAttribute(node)) {
      if (isSpoken(node) && node.initializer && ts.isStringLiteral(node.initializer)) {
        note(node, node.initializer.text);
      }
    }
    if (ts.isJsxExpression(node) && node.expression && !ts.isJsxAttribute(node.parent)) {
      for (const literal of shownLiterals(node.expression)) note(literal, literal.text);
    }
    ts.forEachChild(node, visit);
  };
  visit(file);
  return found;
}

function isSpoken(attribute: ts.JsxAttribute): boolean {
  const name = attribute.name.getText();
  if (name !== "name") return SPOKEN.has(name);
  return NAMED.has(attribute.parent.parent.tagName.getText());
}

/** Literals that an expression between tags can come out as. */
function shownLiterals(expression: ts.Expression): ts.StringLiteralLike[] {
  if (ts.isStringLiteralLike(expression)) return [expression];
  if (ts.isParenthesizedExpression(expression)) return shownLiterals(expression.expression);
  if (ts.isConditionalExpression(expression)) {
    return [...shownLiterals(expression.whenTrue), ...shownLiterals(expression.whenFalse)];
  }
  const isChoice =
    ts.isBinaryExpression(expression) &&
    [
      ts.SyntaxKind.AmpersandAmpersandToken,
      ts.SyntaxKind.BarBarToken,
      ts.SyntaxKind.QuestionQuestionToken,
    ].includes(expression.operatorToken.kind);
  return isChoice ? shownLiterals(expression.right) : [];
}
