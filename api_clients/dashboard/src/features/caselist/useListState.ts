import { useCallback, useMemo } from "react";
import { useSearchParams } from "react-router";
import { COLUMNS } from "./columns";
import { type ListState, readState, writeState } from "./search";

/** The state of the list, kept in the address. `change` makes an entry to go back to; `replace` does not. */
export function useListState() {
  const [params, setParams] = useSearchParams();
  const state = useMemo(() => readState(params, COLUMNS), [params]);
  const write = useCallback(
    (changes: Partial<ListState>, replace: boolean) =>
      setParams((before) => writeState({ ...readState(before, COLUMNS), ...changes }), { replace }),
    [setParams],
  );
  const change = useCallback((changes: Partial<ListState>) => write(changes, false), [write]);
  const replace = useCallback((changes: Partial<ListState>) => write(changes, true), [write]);
  return { state, change, replace };
}
