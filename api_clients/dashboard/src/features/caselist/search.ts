/** What the list of cases is asked for, as it stands in the address: links, reloads and "back" all work. */
import type { Schemas } from "@/lib/api";

export type Filters = Schemas["CaseQuery"];
export type Ordering = Schemas["CaseOrder"];
export type Column = Schemas["CaseColumn"];

export interface ListState {
  filters: Filters;
  ordering: Ordering;
  board: boolean;
  /** The saved view that was chosen last. */
  view: string | null;
  /** Chosen here; null: those of the view, or one's own. */
  columns: Column[] | null;
  /** The case that is looked at beside the list. */
  preview: string | null;
}

export const MANY = ["state", "stage", "kind", "severity"] as const;
export const ONE = [
  "category",
  "institution",
  "place",
  "assignee",
  "opened_from",
  "opened_to",
  "owner",
  "tag",
  "search",
] as const;
export const NEWEST: Ordering = "-opened_at";
export const ORDERINGS: readonly Ordering[] = ["-opened_at", "opened_at", "due_at", "-due_at"];

/** Whatever stands in an address: what the list does not know is passed over. */
export function readState(params: URLSearchParams, known: readonly Column[]): ListState {
  const ordering = ORDERINGS.find((one) => one === params.get("ordering")) ?? NEWEST;
  const columns = params.get("columns")?.split(",") ?? null;
  return {
    filters: readFilters(params),
    ordering,
    board: params.get("show") === "board",
    view: params.get("view"),
    columns: columns && known.filter((one) => columns.includes(one)).sort(by(columns)),
    preview: params.get("case"),
  };
}

const by = (order: string[]) => (one: string, other: string) => order.indexOf(one) - order.indexOf(other);

function readFilters(params: URLSearchParams): Filters {
  const filters: Record<string, unknown> = {};
  for (const name of MANY) {
    const values = params.getAll(name).filter(Boolean);
    if (values.length > 0) filters[name] = name === "severity" ? values.map(Number) : values;
  }
  for (const name of ONE) if (params.get(name)) filters[name] = params.get(name);
  const overdue = params.get("overdue");
  if (overdue === "true" || overdue === "false") filters.overdue = overdue === "true";
  // The server looks at every value again, and says which one it does not know.
  return filters as Filters;
}

export function writeState(state: ListState): URLSearchParams {
  const params = new URLSearchParams();
  for (const [name, value] of Object.entries(plain(state.filters))) {
    for (const one of Array.isArray(value) ? value : [value]) params.append(name, String(one));
  }
  if (state.ordering !== NEWEST) params.set("ordering", state.ordering);
  if (state.board) params.set("show", "board");
  if (state.view) params.set("view", state.view);
  if (state.columns) params.set("columns", state.columns.join(","));
  if (state.preview) params.set("case", state.preview);
  return params;
}

/** Without what narrows nothing, always in the same order: two that mean the same are the same. */
export function plain(filters: Filters): Filters {
  const held = Object.entries(filters).filter(
    ([, value]) =>
      value !== undefined && value !== null && value !== "" && !(Array.isArray(value) && !value.length),
  );
  const sorted = held.map(
    ([name, value]) => [name, Array.isArray(value) ? [...value].sort() : value] as const,
  );
  return Object.fromEntries(sorted.sort(([one], [other]) => (one < other ? -1 : 1))) as Filters;
}

export const isNarrowed = (filters: Filters) => Object.keys(plain(filters)).length > 0;

export const sameFilters = (one: Filters, other: Filters) =>
  JSON.stringify(plain(one)) === JSON.stringify(plain(other));
