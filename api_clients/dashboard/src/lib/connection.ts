/** Whether the line to the server works, as the last request found out. */
import { useSyncExternalStore } from "react";

type Listener = () => void;
const listeners = new Set<Listener>();
let working = true;

function become(now: boolean) {
  if (working === now) return;
  working = now;
  for (const listener of listeners) listener();
}

export const connection = {
  worked: () => become(true),
  failed: () => become(false),
};

export function useConnection(): boolean {
  return useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => working,
  );
}
