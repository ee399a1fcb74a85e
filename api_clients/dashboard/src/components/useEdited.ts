/** What is being changed: what is typed survives a reload, and a save over somebody else's is not silent. */
import { useState } from "react";
import { useDraft } from "@/lib/drafts";
import { fieldErrors } from "@/lib/problems";
import { useChange } from "./StaleSave";

interface Options<Values> {
  /** Names where it stands, with ids only: `settings/pif/letterhead`. */
  place: string;
  saved: Values;
  version: number;
  save: (values: Values, version: number, read?: Values) => Promise<unknown>;
  current: () => Promise<{ values: Values; version: number }>;
}

export type Edited<Values extends object> = ReturnType<typeof useEdited<Values>>;

export function useEdited<Values extends object>({ place, saved, version, save, current }: Options<Values>) {
  // What stood there when the editing began: a newer version that was fetched meanwhile must not be overwritten.
  const draft = useDraft<{ version: number; read: Values; values: Values } | null>(place, null);
  const [problem, setProblem] = useState<unknown>(null);
  const [busy, setBusy] = useState(false);
  const { change: saveOver, clash, dismiss } = useChange<Values>({ save, current });
  const values = draft.value?.values ?? saved;
  const read = draft.value?.read ?? saved;
  const base = draft.value?.version ?? version;

  async function keep(wanted: Values, over: number, before: Values): Promise<boolean> {
    setBusy(true);
    setProblem(null);
    try {
      const done = await saveOver(wanted, over, before);
      if (done) draft.clear();
      return done;
    } catch (error) {
      setProblem(error);
      return false;
    } finally {
      setBusy(false);
    }
  }

  return {
    values,
    change: (patch: Partial<Values>) =>
      draft.change({ version: base, read, values: { ...values, ...patch } }),
    submit: () => keep(values, base, read),
    discard: () => {
      setProblem(null);
      draft.clear();
    },
    dirty: draft.value !== null,
    restored: draft.restored,
    busy,
    problem,
    errors: problem ? fieldErrors(problem) : ({} as Record<string, string>),
    clash,
    dismiss,
    resolve: (resolved: Values, over: number): Promise<boolean> => {
      const before = clash?.theirs ?? read;
      draft.change({ version: over, read: before, values: resolved });
      dismiss();
      return keep(resolved, over, before);
    },
  };
}
