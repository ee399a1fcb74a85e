import { Trans } from "@lingui/react/macro";
import { Button, Group } from "@mantine/core";
import type { ReactNode } from "react";

interface Props {
  onCancel: () => void;
  /** The button that does it. */
  children: ReactNode;
}

/** The end of a form in a dialog: the way out, then the way on. */
export function DialogFoot({ onCancel, children }: Props) {
  return (
    <Group justify="flex-end" gap="xs">
      <Button variant="default" onClick={onCancel}>
        <Trans>Cancel</Trans>
      </Button>
      {children}
    </Group>
  );
}
