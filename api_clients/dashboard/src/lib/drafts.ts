/**
 * What is typed and not yet sent survives a reload and a new sign-in, sealed.
 *
 * The browser keeps only sealed text; the key comes with each sign-in and lives in memory. Whoever finds this
 * computer without a session finds nothing to read.
 */
import { useCallback, useEffect, useRef, useState } from "react";
import { api } from "./api";

const PREFIX = "dosja.draft.";
const KEPT_DAYS = 14;
const PAUSE = 400;

interface Kept {
  at: number;
  iv: string;
  sealed: string;
}

let opening: Promise<CryptoKey[]> | null = null;

/** Keys of the person who is signed in, the one that seals first; none where this browser cannot seal. */
function draftKeys(): Promise<CryptoKey[]> {
  opening ??= openKeys().catch(() => {
    opening = null;
    return [];
  });
  return opening;
}

async function openKeys(): Promise<CryptoKey[]> {
  if (!globalThis.crypto?.subtle) return [];
  const { data } = await api.GET("/api/v1/me/draft-key/");
  if (!data) throw new Error("No key for drafts.");
  const usages: KeyUsage[] = ["encrypt", "decrypt"];
  return Promise.all(
    data.keys.map((key) => crypto.subtle.importKey("raw", fromBase64(key), "AES-GCM", false, usages)),
  );
}

/** Signing out: the key goes, sealed drafts stay for the next time. */
export function forgetDraftKey(): void {
  opening = null;
}

/**
 * A value that is kept as a draft under the name of its place, such as `case/<id>/note`. Names hold ids only.
 *
 * `clear()` when it was sent. `restored` is true when the value came from an earlier visit.
 */
export function useDraft<Value>(place: string, empty: Value) {
  const [value, setValue] = useState(empty);
  const [restored, setRestored] = useState(false);
  const touched = useRef(false);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const first = useRef(empty);

  useEffect(() => {
    let gone = false;
    touched.current = false;
    setValue(first.current);
    setRestored(false);
    load<Value>(place).then((found) => {
      // Whoever types faster than the key comes is right.
      if (gone || touched.current || found === undefined) return;
      setValue(found);
      setRestored(true);
    });
    return () => {
      gone = true;
    };
  }, [place]);

  const change = useCallback(
    (next: Value) => {
      touched.current = true;
      setValue(next);
      clearTimeout(timer.current);
      timer.current = setTimeout(() => store(place, next), PAUSE);
    },
    [place],
  );
  const clear = useCallback(() => {
    clearTimeout(timer.current);
    touched.current = true;
    setValue(first.current);
    setRestored(false);
    localStorage.removeItem(PREFIX + place);
  }, [place]);
  return { value, change, clear, restored };
}

export async function store(place: string, value: unknown): Promise<void> {
  const [key] = await draftKeys();
  if (!key) return;
  const iv = crypto.getRandomValues(new Uint8Array(12));
  const plain = new TextEncoder().encode(JSON.stringify(value));
  const sealed = await crypto.subtle.encrypt(
    { name: "AES-GCM", iv, additionalData: named(place) },
    key,
    plain,
  );
  const kept: Kept = { at: Date.now(), iv: toBase64(iv), sealed: toBase64(new Uint8Array(sealed)) };
  try {
    localStorage.setItem(PREFIX + place, JSON.stringify(kept));
  } catch {
    // The browser's store is full or closed: the words stay on the page.
  }
}

export async function load<Value>(place: string): Promise<Value | undefined> {
  const text = localStorage.getItem(PREFIX + place);
  const keys = text ? await draftKeys() : [];
  for (const key of keys) {
    const found = await opened<Value>(text ?? "", place, key);
    if (found !== undefined) return found;
  }
  // Another person's draft, or none: not ours to read, nor to throw away.
  return undefined;
}

async function opened<Value>(text: string, place: string, key: CryptoKey): Promise<Value | undefined> {
  try {
    const kept = JSON.parse(text) as Kept;
    const plain = await crypto.subtle.decrypt(
      { name: "AES-GCM", iv: fromBase64(kept.iv), additionalData: named(place) },
      key,
      fromBase64(kept.sealed),
    );
    return JSON.parse(new TextDecoder().decode(plain)) as Value;
  } catch {
    return undefined;
  }
}

/** Drafts that nobody came back for. */
export function sweepDrafts(now: number = Date.now()): void {
  for (const name of Object.keys(localStorage)) {
    if (!name.startsWith(PREFIX)) continue;
    const kept = JSON.parse(localStorage.getItem(name) ?? "{}") as Partial<Kept>;
    if (now - (kept.at ?? 0) > KEPT_DAYS * 86_400_000) localStorage.removeItem(name);
  }
}

const named = (place: string) => new TextEncoder().encode(place);

function toBase64(bytes: Uint8Array): string {
  return btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(""));
}

function fromBase64(text: string): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(atob(text), (letter) => letter.charCodeAt(0));
}
