/** The keys that work everywhere on a page, and the list of them that `?` shows. */
import { useHotkeys } from "@mantine/hooks";
import type { ReactNode } from "react";
import { useEffect, useSyncExternalStore } from "react";

export interface Shortcut {
  /** As Mantine writes it: `j`, `mod+K`, `shift+?`. */
  keys: string;
  /** What it does, in the reader's language. */
  label: ReactNode;
  act: (event: KeyboardEvent) => void;
}

type Listener = () => void;
const listeners = new Set<Listener>();
let shown: readonly Shortcut[] = [];

function show(next: readonly Shortcut[]) {
  shown = next;
  for (const listener of listeners) listener();
}

/** Turns the keys on while this component is there. They rest while somebody types into a field. */
export function useShortcuts(shortcuts: readonly Shortcut[]): void {
  useHotkeys(
    shortcuts.map((one) => [one.keys, one.act]),
    ["INPUT", "TEXTAREA", "SELECT"],
  );
  const described = shortcuts.map((one) => one.keys).join(" ");
  // biome-ignore lint/correctness/useExhaustiveDependencies: the keys say which shortcuts they are
  useEffect(() => {
    const mine = [...shortcuts];
    show([...shown, ...mine]);
    return () => show(shown.filter((one) => !mine.includes(one)));
  }, [described]);
}

/** All that work at this moment. */
export function useShownShortcuts(): readonly Shortcut[] {
  return useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => shown,
  );
}
