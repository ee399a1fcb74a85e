import { describe, expect, it } from "vitest";
import { covered, type Hidden, toCharacters, toUnits, trimmed, withHidden, without, wordsAt } from "./places";

const hide = (start: number, end: number, part: Hidden["part"] = "narrative"): Hidden => ({
  part,
  start,
  end,
  reason: "name",
});

describe("places are counted as the server counts them", () => {
  const text = "Një 😀 fjalë, ქართული: Đorđe";

  it("there and back, also behind signs that take two places in a browser", () => {
    for (let start = 0; start < [...text].length; start += 1) {
      const place = { start, end: [...text].length };
      expect(toCharacters(text, toUnits(text, place))).toEqual(place);
    }
    const at = text.indexOf("fjalë");
    expect(at).toBe(7);
    expect(toCharacters(text, { start: at, end: at + 5 })).toEqual({ start: 6, end: 11 });
    expect(wordsAt(text, { start: 6, end: 11 })).toBe("fjalë");
  });

  it("a bar covers every sign and moves none", () => {
    const shown = covered(text, [hide(4, 11)]);
    expect(shown).toHaveLength(text.length);
    expect(shown).not.toContain("fjalë");
    expect(shown).not.toContain("😀");
    expect(shown.endsWith(", ქართული: Đorđe")).toBe(true);
  });

  it("lines stay lines", () => {
    expect(covered("Gjon\nPrela", [hide(0, 10)])).toBe("████\n█████");
  });
});

describe("bars", () => {
  it("that overlap or touch become one", () => {
    expect(withHidden([hide(0, 4), hide(8, 12)], hide(4, 9))).toEqual([hide(0, 12)]);
  });

  it("of the other part stay what they are", () => {
    expect(withHidden([hide(0, 4, "wish")], hide(2, 6))).toEqual([hide(2, 6), hide(0, 4, "wish")]);
  });

  it("are taken away one by one", () => {
    expect(without([hide(0, 4), hide(8, 12)], hide(0, 4))).toEqual([hide(8, 12)]);
  });

  it("do not begin or end with a blank, and of blanks alone there is none", () => {
    expect(trimmed("a  Gjon  b", { start: 1, end: 9 })).toEqual({ start: 3, end: 7 });
    expect(trimmed("a    b", { start: 1, end: 4 })).toBeNull();
  });
});
