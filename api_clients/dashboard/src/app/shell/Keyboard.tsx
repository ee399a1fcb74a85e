import { useLingui } from "@lingui/react/macro";
import { lazy, Suspense, useEffect, useRef, useSyncExternalStore } from "react";
import { useNavigate } from "react-router";
import { isTyping, useShortcuts } from "@/lib/shortcuts";
import { useDestinations } from "./destinations";

const KeyboardList = lazy(() => import("./KeyboardList"));

type Listener = () => void;
const listeners = new Set<Listener>();
let opened = false;

function setOpened(next: boolean) {
  opened = next;
  for (const listener of listeners) listener();
}

export const showKeyboard = () => setOpened(true);

/** `?` lists the keys that work here; `g` and a letter goes somewhere. */
export function Keyboard() {
  const { t } = useLingui();
  const isOpen = useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => opened,
  );
  useShortcuts([{ keys: "shift+?", label: t`This list`, act: showKeyboard }]);
  useGoTo();
  return isOpen ? (
    <Suspense>
      <KeyboardList onClose={() => setOpened(false)} />
    </Suspense>
  ) : null;
}

const SECOND_KEY_WITHIN = 1200;

function useGoTo() {
  const navigate = useNavigate();
  const destinations = useDestinations();
  const pressed = useRef(0);
  useEffect(() => {
    const listen = (event: KeyboardEvent) => {
      if (isTyping(event) || event.ctrlKey || event.metaKey || event.altKey) return;
      if (event.key === "g") {
        pressed.current = event.timeStamp;
        return;
      }
      if (event.timeStamp - pressed.current > SECOND_KEY_WITHIN) return;
      pressed.current = 0;
      const chosen = destinations.find((one) => one.letter === event.key);
      if (!chosen) return;
      event.preventDefault();
      event.stopImmediatePropagation();
      navigate(chosen.to);
    };
    // Before the keys of the page, so that `g` `c` is never taken for the page's own `c`.
    window.addEventListener("keydown", listen, { capture: true });
    return () => window.removeEventListener("keydown", listen, { capture: true });
  }, [destinations, navigate]);
}
