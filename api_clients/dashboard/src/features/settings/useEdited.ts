/** Settings that are being changed: what is typed survives a reload, and a save over somebody else's is not silent. */
import { useState } from "react";
import { useChange } from "@/components/StaleSave";
import { useDraft } from "@/lib/drafts";
import { fieldErrors } from "@/lib/problems";

interface Options<Values> {
  /** Names where it stands, with ids only: `settings/pif/letterhead`. */
  place: string;
  saved: Values;
  version: number;
  save: (values: Values, version: number) => Promise<unknown>;
  current: () => Promise<{ values: Values; version: number }>;
}

export type Edited<Values extends object> = ReturnType<typeof useEdited<Values>>;

export function useEdited<Values extends object>({ place, saved, version, save, current }: Options<Values>) {
  // The version from which the editing began: a newer one that was fetched meanwhile must not be overwritten.
  const draft = useDraft<{ version: number; values: Values } | null>(place, null);
  const [problem, setProblem] = useState<unknown>(null);
  const [busy, setBusy] = useState(false);
  const { change: saveOver, clash, dismiss } = useChange<Values>({ save, current });
  const values = draft.value?.values ?? saved;
  const base = draft.value?.version ?? version;

  async function keep(wanted: Values, over: number): Promise<boolean> {
    setBusy(true);
    setProblem(null);
    try {
      const done = await saveOver(wanted, over);
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
    change: (patch: Partial<Values>) => draft.change({ version: base, values: { ...values, ...patch } }),
    submit: () => keep(values, base),
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
    resolve: (resolved: Values, over: number) => {
      draft.change({ version: over, values: resolved });
      dismiss();
      void keep(resolved, over);
    },
  };
}
