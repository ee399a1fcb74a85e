import { useEffect } from "react";

/** What is typed while the palette comes is meant for it, not for the keys of the page beneath. */
export function useKept(comes: boolean, take: (key: string) => void) {
  useEffect(() => {
    if (!comes) return;
    const keep = (event: KeyboardEvent) => {
      if (event.key.length > 1 || event.ctrlKey || event.metaKey) return;
      event.preventDefault();
      event.stopImmediatePropagation();
      take(event.key);
    };
    window.addEventListener("keydown", keep, { capture: true });
    return () => window.removeEventListener("keydown", keep, { capture: true });
  });
}
