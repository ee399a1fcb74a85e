/** Conditions as rows that a person reads: all or any of "this question has one of these answers". */

export type Value = string | number | boolean;

export interface Row {
  question: string;
  values: Value[];
  not: boolean;
}

export interface Rows {
  join: "all" | "any";
  rows: Row[];
}

type Condition = Record<string, unknown>;

/** The rows of a condition; null for one that is built too deeply to be shown as rows. */
export function rowsOf(condition: unknown): Rows | null {
  if (!condition) return { join: "all", rows: [] };
  const single = rowOf(condition);
  if (single) return { join: "all", rows: [single] };
  for (const join of ["all", "any"] as const) {
    const parts = (condition as Condition)[join];
    if (!Array.isArray(parts)) continue;
    const rows = parts.map(rowOf);
    return rows.every((row) => row !== null) ? { join, rows } : null;
  }
  return null;
}

function rowOf(part: unknown): Row | null {
  if (typeof part !== "object" || part === null) return null;
  const inner = (part as Condition).not;
  if (inner !== undefined) {
    const row = rowOf(inner);
    return row && !row.not ? { ...row, not: true } : null;
  }
  const { question, is } = part as { question?: unknown; is?: unknown };
  return typeof question === "string" && Array.isArray(is)
    ? { question, values: is as Value[], not: false }
    : null;
}

/** The condition that rows make; undefined for none. */
export function conditionOf({ join, rows }: Rows): Condition | undefined {
  const parts = rows.map((row) => {
    const part = { question: row.question, is: row.values };
    return row.not ? { not: part } : part;
  });
  return parts.length === 0 ? undefined : parts.length === 1 ? parts[0] : { [join]: parts };
}
