/** The columns that a table of cases can show, and which ones a person has chosen. */
import { useLocalStorage } from "@mantine/hooks";
import { useMemo } from "react";
import type { Schemas } from "@/lib/api";
import { CASE_COLUMN } from "@/lib/words";
import type { Column } from "./search";

export type Extra = "tags" | "unread" | "waits_for" | "next_task" | "changed_at";

export const COLUMNS = Object.keys(CASE_COLUMN) as Column[];
export const DEFAULT: Column[] = [
  "reference",
  "summary",
  "state",
  "institution",
  "assignee",
  "due_at",
  "opened_at",
  "unread",
];
/** What is asked of the server only when it is shown. */
const EXTRAS: readonly Extra[] = ["tags", "unread", "waits_for", "next_task", "changed_at"];

export const extrasIn = (columns: readonly Column[]): Extra[] =>
  EXTRAS.filter((one) => columns.includes(one));

/** In pixels; the summary takes what is left. */
export const WIDTH: Record<Column, number> = {
  reference: 156,
  summary: 170,
  kind: 140,
  stage: 110,
  state: 132,
  severity: 110,
  category: 170,
  institution: 150,
  place: 140,
  owner: 110,
  assignee: 104,
  opened_at: 104,
  due_at: 158,
  waits_for: 210,
  next_task: 220,
  unread: 60,
  tags: 170,
  outcome: 150,
  resolved_at: 118,
  closed_at: 118,
  changed_at: 140,
};

/** The columns that this person chose last on this computer: names of columns, nothing of a case. */
export function useOwnColumns() {
  const [chosen, setChosen] = useLocalStorage<Column[]>({
    key: "dosja.cases.columns",
    defaultValue: DEFAULT,
  });
  const known = useMemo(() => knownOnly(chosen), [chosen]);
  return [known, setChosen] as const;
}

function knownOnly(chosen: readonly string[]): Column[] {
  const found = chosen.filter((one): one is Column => COLUMNS.some((known) => known === one));
  return found.length > 0 ? found : DEFAULT;
}

export function columnsOf(view: Schemas["SavedView"] | undefined): Column[] | null {
  return view && view.columns.length > 0 ? knownOnly(view.columns) : null;
}
