import { screen, waitFor, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { describe, expect, it } from "vitest";
import { show } from "@/testing/render";
import { answers } from "@/testing/server";
import type { Columns, ImportRun, Target } from "./api";
import { asMapping, draftOf, free, missing } from "./draft";
import { ImportPages } from "./ImportPages";

const ID = "22222222-2222-4222-8222-222222222222";

function run(changes: Partial<ImportRun> = {}): ImportRun {
  return {
    id: ID,
    partner: "pif",
    created_by: { id: "1", name: "Besa" },
    created_at: "2026-11-26T10:00:00Z",
    state: "mapping",
    unreadable: null,
    stopped_because: null,
    file_name: "ankesat.xlsx",
    row_count: 3,
    progress: { done: 0, total: 3 },
    mapped: false,
    imported: 0,
    already_there: 0,
    faulty: 0,
    undone: 0,
    problem_counts: [],
    allowed_steps: ["read", "map", "forget"],
    finished_at: null,
    forgotten_at: null,
    version: 2,
    ...changes,
  };
}

const target = (field: Target["field"], more: Partial<Target> = {}): Target => ({
  field,
  name: field,
  holds: "words",
  required: false,
  joins: false,
  constant: true,
  longest: null,
  choices: [],
  ...more,
});

const told: Columns = {
  sheets: ["2021"],
  sheet: 0,
  header_row: 1,
  encoding: "",
  delimiter: "",
  columns: [
    {
      column: 0,
      name: "Data",
      samples: ["03.02.2021"],
      filled: 3,
      has_values: true,
      suggestion: "received_on",
      order: "dmy",
    },
    {
      column: 1,
      name: "Statusi",
      samples: ["Hapur"],
      filled: 3,
      has_values: true,
      suggestion: "state",
      order: null,
    },
    {
      column: 2,
      name: "Ankesa",
      samples: ["Nuk ka ujë."],
      filled: 3,
      has_values: false,
      suggestion: null,
      order: null,
    },
  ],
  mapping: { columns: [], constants: [] },
  targets: [
    target("received_on", { holds: "date", required: true }),
    target("narrative", { required: true, joins: true, constant: false, name: "What the complainant says" }),
    target("state", { holds: "choice", required: true, choices: [{ code: "open", name: "Open" }] }),
    target("summary", { name: "Summary" }),
  ],
};

function open(changes: Partial<ImportRun> = {}) {
  answers("get", "/api/v1/imports/{import_id}/", run(changes));
  answers("get", "/api/v1/imports/{import_id}/columns/", told);
  answers("get", "/api/v1/imports/{import_id}/columns/{column}/values/", {
    values: [{ value: "Hapur", count: 2, understood: null, suggestions: [{ code: "open", name: "Open" }] }],
  });
  show(<ImportPages />, {
    at: `/settings/import/${ID}`,
    route: "/settings/import/*",
    permissions: ["manage_partner"],
  });
}

describe("what is said of columns", () => {
  it("begins with what the headings suggest", () => {
    const draft = draftOf(told, "sq");
    expect(draft.columns[0]?.field).toBe("received_on");
    expect(draft.columns[2]).toBeUndefined();
    expect(missing(draft, told.targets).map((one) => one.field)).toEqual(["narrative"]);
  });

  it("offers each field once, but for those that several columns make together", () => {
    const offered = free(draftOf(told, "sq"), told.targets, 2).map((one) => one.field);
    expect(offered).toEqual(["narrative", "summary"]);
  });

  it("is sent with what belongs to each field and nothing else", () => {
    const targets = new Map(told.targets.map((one) => [one.field, one] as const));
    expect(asMapping(draftOf(told, undefined), targets)).toEqual({
      columns: [
        { column: 0, field: "received_on", order: "dmy" },
        { column: 1, field: "state" },
      ],
      constants: [],
    });
  });
});

describe("the pages of an import", () => {
  it("sends what was matched and begins the dry run", async () => {
    const mapped = answers("put", "/api/v1/imports/{import_id}/mapping/", run({ version: 3, mapped: true }));
    const checked = answers(
      "post",
      "/api/v1/imports/{import_id}/check/",
      run({ version: 4, state: "checking" }),
    );
    open();
    const user = userEvent.setup();
    expect(await screen.findByRole("button", { name: "Make a dry run" })).toHaveProperty("disabled", true);
    await user.click(await screen.findByRole("button", { name: "Open" }));
    await user.click(screen.getByRole("combobox", { name: "“Ankesa” is" }));
    await user.click(await screen.findByRole("option", { name: "What the complainant says" }));
    await user.click(screen.getByRole("button", { name: "Make a dry run" }));
    await waitFor(() => expect(checked).toHaveLength(1));
    expect(checked[0]?.headers.get("If-Match")).toBe('"3"');
    expect(mapped[0]?.body).toMatchObject({
      columns: [
        { column: 0, field: "received_on", order: "dmy" },
        { column: 1, field: "state", meanings: [{ value: "Hapur", code: "open" }] },
        { column: 2, field: "narrative" },
      ],
    });
  });

  it("imports faulty rows' neighbours only when somebody says so", async () => {
    answers("get", "/api/v1/imports/{import_id}/problems/", {
      next: null,
      results: [
        {
          row: 3,
          column: 0,
          field: "received_on",
          code: "date_unreadable",
          message: "No date.",
          value: "31.02.",
        },
      ],
    });
    const started = answers("post", "/api/v1/imports/{import_id}/start/", run({ state: "running" }));
    open({
      state: "checked",
      faulty: 1,
      problem_counts: [{ code: "date_unreadable", message: "No date.", count: 1 }],
      allowed_steps: ["start", "map"],
    });
    const user = userEvent.setup();
    const button = await screen.findByRole("button", { name: "Import 2 cases" });
    expect(button).toHaveProperty("disabled", true);
    const row = (await screen.findByText("31.02.")).closest("tr");
    expect(within(row as HTMLElement).getByText("No date.")).toBeTruthy();
    await user.click(screen.getByRole("checkbox"));
    await user.click(button);
    await waitFor(() => expect(started[0]?.body).toEqual({ leave_out_faulty: true }));
  });

  it("names the cases that an undone import left", async () => {
    answers("get", "/api/v1/imports/{import_id}/left/", {
      next: null,
      results: [{ row: 4, case: ID, reference: "PIF-2021-000003" }],
    });
    open({ state: "undone", undone: 2, imported: 1 });
    expect(await screen.findByRole("link", { name: "PIF-2021-000003" })).toBeTruthy();
    expect(screen.getByText("2 cases were taken back.")).toBeTruthy();
  });

  it("is closed to those who do not keep the partner", () => {
    show(<ImportPages />, { at: "/settings/import/", route: "/settings/import/*" });
    expect(screen.getByText("Only coordinators import spreadsheets.")).toBeTruthy();
  });
});
