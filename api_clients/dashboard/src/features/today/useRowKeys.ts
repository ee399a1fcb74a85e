/** The keys of the morning: up and down the rows, and what can be done with the row one stands on. */
import { useLingui } from "@lingui/react/macro";
import type { RefObject } from "react";
import { useShortcuts } from "@/lib/shortcuts";

const LINKS = "[data-row-link]";

/** `data-key` on a button inside a row names the key that presses it. */
export function useRowKeys(here: RefObject<HTMLElement | null>): void {
  const { t } = useLingui();
  const step = (by: number) => {
    const links = [...(here.current?.querySelectorAll<HTMLElement>(LINKS) ?? [])];
    const at = links.findIndex((link) => link.closest("[data-row]")?.contains(document.activeElement));
    const next = at < 0 ? (by > 0 ? 0 : links.length - 1) : Math.min(Math.max(at + by, 0), links.length - 1);
    links[next]?.focus();
    links[next]?.scrollIntoView({ block: "nearest" });
  };
  const press = (key: string) => {
    const row = document.activeElement?.closest("[data-row]");
    if (!row || !here.current?.contains(row)) return;
    row.querySelector<HTMLElement>(`[data-key="${key}"]`)?.click();
  };
  useShortcuts([
    { keys: "j", label: t`Next row`, act: () => step(1) },
    { keys: "k", label: t`Row before`, act: () => step(-1) },
    { keys: "d", label: t`Mark the row as done`, act: () => press("d") },
    { keys: "t", label: t`Take the row`, act: () => press("t") },
  ]);
}
