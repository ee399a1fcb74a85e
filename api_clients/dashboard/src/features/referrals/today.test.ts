import { expect, test } from "vitest";
import { todayIn } from "./today";

test("a form starts with the partner's day, wherever the computer stands", () => {
  const late = new Date("2026-11-26T20:30:00Z");
  expect(todayIn("Europe/Tirane", late)).toBe("2026-11-26");
  expect(todayIn("Asia/Tbilisi", late)).toBe("2026-11-27");
});
