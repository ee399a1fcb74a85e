import { expect, test, vi } from "vitest";
import { datesIn, daysUntil } from "./dates";

test.each([
  ["sq", "1 prill 2026", "1 pri 2026"],
  ["ka", "1 აპრილი 2026", "1 აპრ 2026"],
  ["sr-Latn", "1. april 2026.", "1. apr 2026."],
  ["sr-Cyrl", "1. април 2026.", "1. апр 2026."],
  ["en", "1 April 2026", "1 Apr 2026"],
])("%s writes a due date in its own words", (locale, long, short) => {
  expect(datesIn(locale).day("2026-04-01")).toBe(long);
  expect(datesIn(locale).shortDay("2026-04-01")).toBe(short);
});

test("a day of the calendar is the same day in every time zone", () => {
  expect(datesIn("sq").day("2026-01-01T00:00:00Z")).toBe("1 janar 2026");
  expect(daysUntil("2026-03-30", new Date(2026, 2, 28, 23, 59))).toBe(2);
});

test("how far a day is, in the words of languages that the browser lacks", () => {
  vi.setSystemTime(new Date(2026, 2, 13, 12));
  expect(datesIn("sq").fromNow("2026-03-13")).toBe("sot");
  expect(datesIn("sq").fromNow("2026-03-16")).toBe("pas 3 ditësh");
  expect(datesIn("sq").fromNow("2026-03-10")).toBe("3 ditë më parë");
  expect(datesIn("ka").fromNow("2026-03-14")).toBe("ხვალ");
  expect(datesIn("ka").fromNow("2026-03-10")).toBe("3 დღის წინ");
  vi.useRealTimers();
});
