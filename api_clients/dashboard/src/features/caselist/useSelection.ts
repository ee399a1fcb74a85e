import { useCallback, useMemo, useState } from "react";
import type { Row } from "./useCases";

export interface Selection {
  /** The chosen rows as they were seen: a step on them names the versions. */
  rows: Row[];
  size: number;
  has: (id: string) => boolean;
  toggle: (row: Row) => void;
  addAll: (rows: readonly Row[]) => void;
  clear: () => void;
}

/** The cases that somebody has chosen, also those that have scrolled out of sight. */
export function useSelection(): Selection {
  const [chosen, setChosen] = useState<ReadonlyMap<string, Row>>(new Map());
  const toggle = useCallback(
    (row: Row) =>
      setChosen((before) => {
        const after = new Map(before);
        if (!after.delete(row.id)) after.set(row.id, row);
        return after;
      }),
    [],
  );
  const addAll = useCallback(
    (rows: readonly Row[]) =>
      setChosen((before) => new Map([...before, ...rows.map((row) => [row.id, row] as const)])),
    [],
  );
  const clear = useCallback(() => setChosen(new Map()), []);
  return useMemo(
    () => ({
      rows: [...chosen.values()],
      size: chosen.size,
      has: (id) => chosen.has(id),
      toggle,
      addAll,
      clear,
    }),
    [chosen, toggle, addAll, clear],
  );
}
