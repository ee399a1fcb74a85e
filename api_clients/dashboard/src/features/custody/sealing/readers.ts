/**
 * Private halves of keys to read one request with, by their public half. Of a key that cannot be taken out of
 * the browser the browser keeps the handle; any other lives in this tab alone.
 */

const memory = new Map<string, CryptoKey | string>();
const SHELF = "keys";

export async function keepReader(name: string, key: CryptoKey | string): Promise<void> {
  memory.set(name, key);
  if (typeof key === "string") return;
  await onShelf("readwrite", (shelf) => shelf.put(key, name)).catch(() => undefined);
}

export async function readerOf(name: string): Promise<CryptoKey | string | undefined> {
  const found = memory.get(name);
  if (found) return found;
  return onShelf<CryptoKey | undefined>("readonly", (shelf) => shelf.get(name)).catch(() => undefined);
}

export async function forgetReader(name: string): Promise<void> {
  memory.delete(name);
  await onShelf("readwrite", (shelf) => shelf.delete(name)).catch(() => undefined);
}

/** For tests: another tab of the same browser. */
export function forgetTab(): void {
  memory.clear();
}

function onShelf<Found>(
  mode: IDBTransactionMode,
  act: (shelf: IDBObjectStore) => IDBRequest,
): Promise<Found> {
  return new Promise((resolve, reject) => {
    const opening = indexedDB.open("dosja-readers", 1);
    opening.onupgradeneeded = () => opening.result.createObjectStore(SHELF);
    opening.onerror = () => reject(opening.error);
    opening.onsuccess = () => {
      const done = act(opening.result.transaction(SHELF, mode).objectStore(SHELF));
      done.onsuccess = () => resolve(done.result as Found);
      done.onerror = () => reject(done.error);
      opening.result.close();
    };
  });
}
