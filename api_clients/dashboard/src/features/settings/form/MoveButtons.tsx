import { useLingui } from "@lingui/react/macro";
import { ActionIcon, Group } from "@mantine/core";
import { IconArrowDown, IconArrowUp, IconTrash } from "@tabler/icons-react";

interface Props {
  name: string;
  at: number;
  count: number;
  onMove: (to: number) => void;
  onRemove?: () => void;
}

/** Order by buttons, for mouse and keyboard alike. */
export function MoveButtons({ name, at, count, onMove, onRemove }: Props) {
  const { t } = useLingui();
  return (
    <Group gap={4} wrap="nowrap">
      <ActionIcon
        variant="default"
        disabled={at === 0}
        onClick={() => onMove(at - 1)}
        aria-label={t`Move up: ${name}`}
      >
        <IconArrowUp size={16} aria-hidden />
      </ActionIcon>
      <ActionIcon
        variant="default"
        disabled={at === count - 1}
        onClick={() => onMove(at + 1)}
        aria-label={t`Move down: ${name}`}
      >
        <IconArrowDown size={16} aria-hidden />
      </ActionIcon>
      {onRemove && (
        <ActionIcon variant="default" onClick={onRemove} aria-label={t`Remove: ${name}`}>
          <IconTrash size={16} aria-hidden />
        </ActionIcon>
      )}
    </Group>
  );
}

/** Alt with an arrow moves what has the focus. */
export function moveByKey(event: React.KeyboardEvent, at: number, onMove: (to: number) => void): void {
  if (!event.altKey || (event.key !== "ArrowUp" && event.key !== "ArrowDown")) return;
  event.preventDefault();
  onMove(event.key === "ArrowUp" ? at - 1 : at + 1);
}
