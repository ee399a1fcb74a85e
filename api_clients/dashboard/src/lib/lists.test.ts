import { expect, test } from "vitest";
import { listed } from "./lists";

test.each([
  ["sq", "a, b dhe c"],
  ["ka", "a, b და c"],
  ["sr-Cyrl", "a, b и c"],
  ["sr-Latn", "a, b i c"],
  ["en", "a, b, and c"],
])("%s joins things in its own words", (locale, joined) => {
  expect(listed(locale, ["a", "b", "c"])).toBe(joined);
});

test("one thing stands alone, and nothing is nothing", () => {
  expect(listed("ka", ["a"])).toBe("a");
  expect(listed("sq", [])).toBe("");
});
