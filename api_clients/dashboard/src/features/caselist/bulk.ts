/** Steps on many cases: sent in batches that the server takes, with what came of each. */
import { useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { api, refresh, type Schemas } from "@/lib/api";
import { asProblem, type Problem } from "@/lib/problems";
import type { Row } from "./useCases";

export type Step = { assignee: string | null } | { add: string[]; remove: string[] };
type CaseDone = Schemas["CaseDone"];

export interface Outcome {
  done: string[];
  refused: { row: Row; reason: string }[];
  /** The line broke, or the server refused everything: of these nothing is known or nothing was done. */
  problem: Problem | null;
  untold: Row[];
}

const AT_ONCE = 100;

/** Takes the step and counts along. */
export function useBulk() {
  const client = useQueryClient();
  const [progress, setProgress] = useState<{ told: number; of: number } | null>(null);
  const run = async (rows: readonly Row[], step: Step): Promise<Outcome> => {
    const outcome: Outcome = { done: [], refused: [], problem: null, untold: [] };
    setProgress({ told: 0, of: rows.length });
    for (let from = 0; from < rows.length; from += AT_ONCE) {
      const batch = rows.slice(from, from + AT_ONCE);
      try {
        note(outcome, batch, await send(batch, step));
      } catch (error) {
        outcome.problem = asProblem(error);
        outcome.untold = rows.slice(from);
        break;
      }
      setProgress({ told: Math.min(from + AT_ONCE, rows.length), of: rows.length });
    }
    setProgress(null);
    await refresh(client);
    return outcome;
  };
  return { run, progress };
}

async function send(batch: readonly Row[], step: Step): Promise<CaseDone[]> {
  const cases = batch.map(({ id, version }) => ({ id, version }));
  const { data, error } =
    "assignee" in step
      ? await api.POST("/api/v1/cases/assign/", { body: { cases, ...step } })
      : await api.POST("/api/v1/cases/tag/", { body: { cases, ...step } });
  if (!data) throw error;
  return data.results;
}

function note(outcome: Outcome, batch: readonly Row[], results: readonly CaseDone[]) {
  const rows = new Map(batch.map((row) => [row.id, row]));
  for (const one of results) {
    const row = rows.get(one.id);
    if (one.done) outcome.done.push(one.id);
    else if (row) outcome.refused.push({ row, reason: one.title ?? one.code ?? "" });
  }
}
