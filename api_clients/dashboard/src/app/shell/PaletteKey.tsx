import { useLingui } from "@lingui/react/macro";
import { useHotkeys } from "@mantine/hooks";
import { lazy, Suspense, useState } from "react";
import { useShortcuts } from "@/lib/shortcuts";
import { useKept } from "./kept";

const Palette = lazy(() => import("./Palette"));
const listeners = new Set<() => void>();

export function openPalette() {
  for (const listener of listeners) listener();
}

/** Ctrl K, everywhere: the palette is loaded when it is first called. */
export function PaletteKey() {
  const { t } = useLingui();
  const [wanted, setWanted] = useState(0);
  const open = () => setWanted((times) => times + 1);
  useHotkeys([["mod+K", open]], []);
  useShortcuts([{ keys: "/", label: t`Search and go`, act: open }]);
  listeners.clear();
  listeners.add(open);
  return wanted ? (
    <Suspense fallback={<Typed />}>
      <Palette key="palette" asked={wanted} typed={typed} />
    </Suspense>
  ) : null;
}

const typed: string[] = [];

function Typed() {
  useKept(true, (key) => typed.push(key));
  return null;
}
