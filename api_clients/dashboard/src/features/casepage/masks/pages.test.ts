import { describe, expect, it } from "vitest";
import { pagesIn, written } from "./pages";

describe("pages as people write them", () => {
  it.each([
    ["", []],
    ["2", [2]],
    ["5-7, 2", [2, 5, 6, 7]],
    ["1;1 3", [1, 3]],
  ])("%s", (typed, pages) => {
    expect(pagesIn(typed)).toEqual(pages);
  });

  it.each(["0", "x", "3-2", "2-", "-2", "1000", "1.5"])("%s is no list of pages", (typed) => {
    expect(pagesIn(typed)).toBeNull();
  });

  it("and back", () => {
    expect(written([1, 2, 3, 5, 8, 9])).toBe("1-3, 5, 8-9");
    expect(pagesIn(written([1, 2, 3, 5]))).toEqual([1, 2, 3, 5]);
  });
});
