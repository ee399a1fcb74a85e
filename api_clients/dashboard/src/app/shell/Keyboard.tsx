import { useLingui } from "@lingui/react/macro";
import { Kbd, Modal, Table } from "@mantine/core";
import { type ReactNode, useEffect, useRef, useSyncExternalStore } from "react";
import { useNavigate } from "react-router";
import { type Shortcut, useShortcuts, useShownShortcuts } from "@/lib/shortcuts";
import { useDestinations } from "./destinations";

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
  const destinations = useDestinations();
  const shortcuts = useShownShortcuts();
  return (
    <Modal
      opened={isOpen}
      onClose={() => setOpened(false)}
      title={t`Keyboard`}
      closeButtonProps={{ "aria-label": t`Close` }}
    >
      <Table>
        <Table.Tbody>
          <Row keys={["mod+K"]}>{t`Search and go`}</Row>
          {destinations.map((one) => (
            <Row key={one.letter} keys={["g", one.letter]}>
              {one.label}
            </Row>
          ))}
          {shortcuts.map((one: Shortcut) => (
            <Row key={one.keys} keys={[one.keys]}>
              {one.label}
            </Row>
          ))}
        </Table.Tbody>
      </Table>
    </Modal>
  );
}

function Row({ keys, children }: { keys: string[]; children: ReactNode }) {
  return (
    <Table.Tr>
      <Table.Td w={140}>
        {keys.map((key) => (
          <Kbd key={key} mr={4}>
            {key.replace("shift+?", "?").replace("mod", "Ctrl").replace("+", " ")}
          </Kbd>
        ))}
      </Table.Td>
      <Table.Td>{children}</Table.Td>
    </Table.Tr>
  );
}

const SECOND_KEY_WITHIN = 1200;

function useGoTo() {
  const navigate = useNavigate();
  const destinations = useDestinations();
  const pressed = useRef(0);
  useEffect(() => {
    const listen = (event: KeyboardEvent) => {
      const target = event.target as HTMLElement;
      const typing = target.isContentEditable || ["INPUT", "TEXTAREA", "SELECT"].includes(target.tagName);
      if (typing || event.ctrlKey || event.metaKey || event.altKey) return;
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
