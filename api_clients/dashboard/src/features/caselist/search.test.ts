import { describe, expect, it } from "vitest";
import { COLUMNS } from "./columns";
import { type ListState, plain, readState, sameFilters, writeState } from "./search";

const EMPTY: ListState = {
  filters: {},
  ordering: "-opened_at",
  board: false,
  view: null,
  columns: null,
  preview: null,
};
const read = (address: string) => readState(new URLSearchParams(address), COLUMNS);

describe("the list in the address", () => {
  it("is nothing while nothing is chosen", () => {
    expect(writeState(EMPTY).toString()).toBe("");
    expect(read("")).toEqual(EMPTY);
  });

  it("comes back as it was written", () => {
    const state: ListState = {
      filters: {
        state: ["open", "referred"],
        severity: [3, 4],
        category: "undue_fee",
        assignee: "me",
        overdue: true,
        opened_from: "2026-01-01",
        search: "Приштина вода",
      },
      ordering: "due_at",
      board: true,
      view: "7f8de59f-8c4e-4f0f-9d3c-64a2a6b8e001",
      columns: ["summary", "reference"],
      preview: "7f8de59f-8c4e-4f0f-9d3c-64a2a6b8e002",
    };
    expect(readState(writeState(state), COLUMNS)).toEqual(state);
  });

  it("keeps the difference between overdue, not overdue and either", () => {
    expect(read("overdue=true").filters.overdue).toBe(true);
    expect(read("overdue=false").filters.overdue).toBe(false);
    expect(read("overdue=maybe").filters.overdue).toBeUndefined();
  });

  it("passes over what it does not know", () => {
    expect(read("ordering=colour&columns=colour,reference&nonsense=1&state=")).toEqual({
      ...EMPTY,
      columns: ["reference"],
    });
  });

  it("is the same in whichever order the filters were chosen", () => {
    expect(
      sameFilters({ state: ["open", "closed"], tag: "x" }, { tag: "x", state: ["closed", "open"] }),
    ).toBe(true);
    expect(sameFilters({ state: ["open"] }, { state: [] })).toBe(false);
    expect(plain({ state: [], search: "", overdue: null })).toEqual({});
  });
});
