/** The keys that work everywhere on a page, and the list of them that `?` shows. */
import { getHotkeyHandler } from "@mantine/hooks";
import type { ReactNode } from "react";
import { useEffect, useLayoutEffect, useSyncExternalStore } from "react";

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

/** A field is being filled in: what is typed is meant for it. */
export function isTyping({ target }: KeyboardEvent): boolean {
  return (
    target instanceof HTMLElement &&
    (target.isContentEditable || ["INPUT", "TEXTAREA", "SELECT"].includes(target.tagName))
  );
}

/** A dialog lies over the page: what is half written in it must not be lost by a key meant for the page. */
const isCovered = () => document.querySelector("[aria-modal=true]") !== null;

/**
 * Turns the keys on while this component is there. They rest while somebody types, and under a dialog.
 *
 * They change in the same moment as what is seen, not soon after it as Mantine's `useHotkeys` does: a key
 * pressed as soon as a case is on the screen would otherwise have acted on the case before it.
 */
export function useShortcuts(shortcuts: readonly Shortcut[]): void {
  useLayoutEffect(() => {
    const act = getHotkeyHandler(shortcuts.map((one) => [one.keys, one.act]));
    const listen = (event: KeyboardEvent) => {
      if (!isTyping(event) && !isCovered()) act(event);
    };
    document.documentElement.addEventListener("keydown", listen);
    return () => document.documentElement.removeEventListener("keydown", listen);
  });
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
