/** How each statistic is drawn. Which numbers there are is the server's matter. */
import type { Schemas } from "@/lib/api";
import type { Statistic, Table } from "./question";

export interface Series {
  name: string;
  label: string;
  color: string;
}

export interface Drawing {
  /** Along the time, or one bar for each row. */
  along: "time" | "rows";
  series: Series[];
  data: Record<string, string | number>[];
}

/** Dark enough on white and light enough on dark: 3 to 1 against either. */
const COLORS = ["indigo.5", "orange.8", "cyan.8", "grape.6", "red.7", "teal.7", "yellow.9", "pink.6"];
const GOOD_TO_BAD: Record<string, string> = {
  in_time: "teal.7",
  late: "orange.8",
  silent: "red.7",
  waiting: "indigo.5",
  no_term: "cyan.8",
  passed_on: "grape.6",
  score_1: "red.7",
  score_2: "orange.8",
  score_3: "grape.6",
  score_4: "cyan.8",
  score_5: "teal.7",
  yes: "teal.7",
  no: "red.7",
  unsaid: "indigo.5",
};
/** What is drawn of a row; nothing: a table says it better. */
const COLUMNS: Partial<Record<Statistic, string[]>> = {
  // Not what is part of it, too: bars that lie end to end say that numbers add up.
  outcomes: ["all"],
  satisfaction: ["score_1", "score_2", "score_3", "score_4", "score_5"],
  safety: ["yes", "no", "unsaid"],
  "response-times": ["in_time", "late", "no_term", "silent", "waiting", "passed_on"],
  "value-recovered": [],
};
const BY_STAGE = ["intake", "referral", "follow_up", "resolution"];
const MOST_ROWS = 12;
const MOST_SERIES = 6;

/** The drawing of a table, or null where nothing can be drawn: nothing counted, or everything hidden. */
export function drawingOf(table: Table, nameOf: (code: string, label: string) => string): Drawing | null {
  const drawing = isOverTime(table) ? overTime(table, nameOf) : byRow(table);
  const something = drawing.data.some((row) => drawing.series.some(({ name }) => Number(row[name]) > 0));
  return something && drawing.series.length > 0 ? drawing : null;
}

const isOverTime = (table: Table) =>
  (table.code === "cases-by-stage" || table.code === "cases-by-kind") && table.columns.length > 1;

/** Few rows, each a colour, over the stretches of time. */
function overTime(table: Table, nameOf: (code: string, label: string) => string): Drawing {
  const rows = table.rows.filter((row) => row.depth === 0).slice(0, MOST_SERIES);
  const stretches = table.columns.filter((column) => column.code !== "all");
  return {
    along: "time",
    series: rows.map((row, place) => ({ name: row.code, label: row.label, color: colorAt(place) })),
    data: stretches.map((column, place) => ({
      label: nameOf(column.code, column.label),
      ...Object.fromEntries(rows.map((row) => [row.code, row.cells[place]?.value ?? 0])),
    })),
  };
}

/** One bar for each row. Of a tree the level below the top, where the top is one alone. */
function byRow(table: Table): Drawing {
  const wanted = COLUMNS[table.code] ?? (table.code === "overdue" ? BY_STAGE : ["all"]);
  const present = table.columns.filter((column) => wanted.includes(column.code));
  const columns = present.length > 0 || wanted.length === 0 ? present : table.columns.slice(-1);
  const rows = levelOf(table.rows).slice(0, MOST_ROWS);
  return {
    along: "rows",
    series: columns.map((column, place) => ({
      name: column.code,
      label: column.label,
      color: GOOD_TO_BAD[column.code] ?? colorAt(place),
    })),
    data: rows.map((row) => ({
      label: row.label,
      ...Object.fromEntries(
        columns.map((one) => [one.code, row.cells[table.columns.indexOf(one)]?.value ?? 0]),
      ),
    })),
  };
}

type Row = Schemas["StatisticLine"];

function levelOf(rows: Row[]): Row[] {
  for (const depth of [0, 1, 2]) {
    const level = rows.filter((row) => row.depth === depth);
    if (level.filter((row) => row.code).length > 1) return level;
  }
  return rows.filter((row) => row.depth === 0);
}

const colorAt = (place: number): string => COLORS[place % COLORS.length] ?? "indigo.5";
