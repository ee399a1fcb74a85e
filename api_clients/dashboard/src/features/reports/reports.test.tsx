import { screen, within } from "@testing-library/react";
import { expect, test } from "vitest";
import { show } from "@/testing/render";
import { answers } from "@/testing/server";
import { drawingOf } from "./charts";
import { questionIn, type Table } from "./question";
import { StatisticTable } from "./StatisticTable";

const cell = (value: number | null, is_hidden = false) => ({ value, is_hidden });

function table(changes: Partial<Table> = {}): Table {
  return {
    code: "cases-by-kind",
    title: "Cases by kind",
    notes: ["Cases that were received."],
    partner: "pif",
    date_from: "2026-01-01",
    date_to: "2026-12-31",
    heading: "Kind",
    columns: [{ code: "all", label: "Cases", measure: "count" }],
    rows: [
      { code: "corruption", label: "Corruption", depth: 0, cells: [cell(12)] },
      { code: "judiciary", label: "Courts", depth: 0, cells: [cell(null, true)] },
    ],
    total: { code: "", label: "All", depth: 0, cells: [cell(19)] },
    hides_small: true,
    ...changes,
  };
}

test("a hidden number is said to be hidden, and never shown as nothing", () => {
  show(<StatisticTable table={table()} />);
  const row = within(screen.getByRole("row", { name: /Courts/ }));
  expect(row.getByRole("cell").textContent).toContain("hidden");
  expect(row.getByRole("cell").textContent).not.toContain("0");
});

test("a chart draws what is shown, and nothing where everything is hidden", () => {
  const same = (_code: string, label: string) => label;
  expect(drawingOf(table(), same)?.data[0]).toEqual({ label: "Corruption", all: 12 });
  const hidden = table().rows.map((row) => ({ ...row, cells: [cell(null, true)] }));
  expect(drawingOf(table({ rows: hidden }), same)).toBeNull();
});

test("of a tree that has one root the chart draws what lies below it", () => {
  const rows = [
    { code: "al", label: "Albania", depth: 0, cells: [cell(9)] },
    { code: "al-puke", label: "Pukë", depth: 1, cells: [cell(5)] },
    { code: "al-fier", label: "Fier", depth: 1, cells: [cell(4)] },
  ];
  const drawing = drawingOf(table({ code: "cases-by-place", rows }), (_code, label) => label);
  expect(drawing?.data.map((row) => row.label)).toEqual(["Pukë", "Fier"]);
});

test("who sees numbers only asks about a whole year, whatever stands in the address", () => {
  const params = new URLSearchParams("from=2025-03-01&to=2025-04-30&interval=month");
  expect(questionIn(params, "pif", true)).toEqual({
    partner: "pif",
    date_from: "2025-01-01",
    date_to: "2025-12-31",
  });
  expect(questionIn(params, "pif", false).date_to).toBe("2025-04-30");
});

test("nonsense in the address is not sent on", () => {
  const question = questionIn(new URLSearchParams("from=yesterday&interval=hour"), "pif", false);
  expect(question.date_from).toMatch(/-01-01$/);
  expect(question.interval).toBeUndefined();
});

test("the directory of institutions knows no numbers for who may not see them", async () => {
  const asked = answers("get", "/api/v1/statistics/{code}/", table());
  answers("get", "/api/v1/institutions/", { next: null, results: [] });
  answers("get", "/api/v1/places/", { next: null, results: [] });
  const { InstitutionPages } = await import("@/features/institutions");
  show(<InstitutionPages />, { permissions: ["view_cases"] });
  expect(await screen.findByText(/No institution is found/)).toBeTruthy();
  expect(asked).toHaveLength(0);
});
