import { Trans } from "@lingui/react/macro";
import { Button, type ButtonProps, Group, Popover, Stack, Text } from "@mantine/core";
import { type ReactNode, useState } from "react";

type Props = ButtonProps & { children: ReactNode; question: ReactNode; onConfirm: () => void };

/** A step that cannot be taken back asks once, beside the button. */
export function ConfirmButton({ children, question, onConfirm, ...props }: Props) {
  const [asked, setAsked] = useState(false);
  return (
    <Popover opened={asked} onChange={setAsked} trapFocus withArrow withinPortal>
      <Popover.Target>
        <Button {...props} onClick={() => setAsked(true)}>
          {children}
        </Button>
      </Popover.Target>
      <Popover.Dropdown maw={320}>
        <Stack gap="sm">
          <Text size="sm">{question}</Text>
          <Group gap="xs" justify="flex-end">
            <Button size="xs" variant="default" onClick={() => setAsked(false)}>
              <Trans>Cancel</Trans>
            </Button>
            <Button
              size="xs"
              color="red"
              onClick={() => {
                setAsked(false);
                onConfirm();
              }}
            >
              {children}
            </Button>
          </Group>
        </Stack>
      </Popover.Dropdown>
    </Popover>
  );
}
