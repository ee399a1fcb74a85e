import { useLingui } from "@lingui/react/macro";
import { useEffect, useState } from "react";
import { useNavigate } from "react-router";
import { useShortcuts } from "@/lib/shortcuts";
import { keepPlace, placeIn } from "./places";
import type { Row } from "./useCases";
import type { Selection } from "./useSelection";

interface Options {
  /** Which list it is: another one is begun at its own place. */
  list: string;
  rows: Row[];
  selection: Selection;
  preview: string | null;
  onPreview: (id: string | null) => void;
}

/** The list without a mouse: down and up, choose, look, open. */
export function useListKeys({ list, rows, selection, preview, onPreview }: Options) {
  const { t } = useLingui();
  const navigate = useNavigate();
  const [active, setActive] = useState(() => placeIn(list).active);
  useEffect(() => setActive(placeIn(list).active), [list]);
  useEffect(() => keepPlace(list, { active }), [list, active]);
  const row = rows[active];
  const move = (by: number) => (event: KeyboardEvent) => {
    event.preventDefault();
    const next = Math.max(0, Math.min(rows.length - 1, active + by));
    setActive(next);
    if (preview && rows[next]) onPreview(rows[next].id);
  };
  const onRow = (act: (row: Row) => void) => (event: KeyboardEvent) => {
    if (!row || isControl(event.target)) return;
    event.preventDefault();
    act(row);
  };
  useShortcuts([
    { keys: "J", label: t`Next case`, act: move(1) },
    { keys: "K", label: t`Case before`, act: move(-1) },
    { keys: "X", label: t`Choose the case`, act: onRow(selection.toggle) },
    {
      keys: "Space",
      label: t`Preview`,
      act: onRow((one) => onPreview(preview === one.id ? null : one.id)),
    },
    { keys: "Enter", label: t`Open the case`, act: onRow((one) => void navigate(`/cases/${one.id}`)) },
    { keys: "Escape", label: t`Close the preview`, act: () => preview && onPreview(null) },
  ]);
  return { active, setActive };
}

/** Keys pressed on a button or link are meant for it. */
const isControl = (target: EventTarget | null) =>
  target instanceof Element && target.closest("a, button, [role=menuitem], [role=dialog]") !== null;
