import { useLingui } from "@lingui/react/macro";
import { Kbd, Modal, Table } from "@mantine/core";
import type { ReactNode } from "react";
import { useShownShortcuts } from "@/lib/shortcuts";
import { useDestinations } from "./destinations";

/** The keys that work at this moment. */
export default function KeyboardList({ onClose }: { onClose: () => void }) {
  const { t } = useLingui();
  const destinations = useDestinations();
  const shortcuts = useShownShortcuts();
  return (
    <Modal opened onClose={onClose} title={t`Keyboard`} closeButtonProps={{ "aria-label": t`Close` }}>
      <Table>
        <Table.Tbody>
          <Row keys={["mod+K"]}>{t`Search and go`}</Row>
          {destinations.map((one) => (
            <Row key={one.letter} keys={["g", one.letter]}>
              {one.label}
            </Row>
          ))}
          {shortcuts.map((one) => (
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
