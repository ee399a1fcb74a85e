/** Requests that met an ended session wait here until somebody has signed in. */
import { useSyncExternalStore } from "react";

type Listener = () => void;
const listeners = new Set<Listener>();
let waiting: { promise: Promise<void>; resolve: () => void } | null = null;
let lastPerson: string | null = null;

/** Resolves when the sign-in is done; everybody waits for the same one. */
export function awaitSignIn(): Promise<void> {
  if (!waiting) {
    const { promise, resolve } = Promise.withResolvers<void>();
    waiting = { promise, resolve };
    tell();
  }
  return waiting.promise;
}

/** The sign-in worked: what waited goes on. */
export function signedIn(): void {
  waiting?.resolve();
  waiting = null;
  tell();
}

/** Who works in this window. Another person must never send what the first one typed. */
export function rememberPerson(email: string): "same" | "another" {
  const another = lastPerson !== null && lastPerson !== email.toLowerCase();
  lastPerson = email.toLowerCase();
  return another ? "another" : "same";
}

export function useSignInWanted(): boolean {
  return useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => waiting !== null,
  );
}

function tell() {
  for (const listener of listeners) listener();
}
