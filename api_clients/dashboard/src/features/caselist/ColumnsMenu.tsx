import { Trans, useLingui } from "@lingui/react/macro";
import { ActionIcon, Button, Checkbox, Group, Popover, ScrollArea, Stack } from "@mantine/core";
import { IconArrowDown, IconArrowUp, IconColumns3 } from "@tabler/icons-react";
import { useWord } from "@/lib/own-words";
import { CASE_COLUMN } from "@/lib/words";
import { COLUMNS, DEFAULT } from "./columns";
import type { Column } from "./search";

interface Props {
  columns: Column[];
  onChange: (columns: Column[]) => void;
}

/** Which columns are shown, and from left to right in which order. */
export function ColumnsMenu({ columns, onChange }: Props) {
  const others = COLUMNS.filter((one) => !columns.includes(one));
  return (
    <Popover position="bottom-end" trapFocus returnFocus withinPortal shadow="md">
      <Popover.Target>
        <Button size="xs" variant="default" leftSection={<IconColumns3 size={16} aria-hidden />}>
          <Trans>Columns</Trans>
        </Button>
      </Popover.Target>
      <Popover.Dropdown>
        <ScrollArea.Autosize mah={380} type="auto">
          <Stack gap={10}>
            {columns.map((one, place) => (
              <Chosen key={one} column={one} place={place} columns={columns} onChange={onChange} />
            ))}
            {others.map((one) => (
              <Other key={one} column={one} onAdd={() => onChange([...columns, one])} />
            ))}
          </Stack>
        </ScrollArea.Autosize>
        <Button size="compact-xs" variant="subtle" mt="xs" onClick={() => onChange(DEFAULT)}>
          <Trans>As at the beginning</Trans>
        </Button>
      </Popover.Dropdown>
    </Popover>
  );
}

function Chosen({ column, place, columns, onChange }: Props & { column: Column; place: number }) {
  const { t } = useLingui();
  const name = useWord()(CASE_COLUMN, column);
  const moved = (by: number) => {
    const after = columns.filter((one) => one !== column);
    after.splice(place + by, 0, column);
    onChange(after);
  };
  return (
    <Group justify="space-between" wrap="nowrap" gap="xl">
      <Checkbox
        size="sm"
        label={name}
        checked
        // A row without its number could not be opened.
        disabled={column === "reference"}
        onChange={() => onChange(columns.filter((one) => one !== column))}
      />
      <Group gap={2} wrap="nowrap">
        <ActionIcon
          size="md"
          variant="subtle"
          aria-label={t`${name}: further to the left`}
          disabled={place === 0}
          onClick={() => moved(-1)}
        >
          <IconArrowUp size={14} aria-hidden />
        </ActionIcon>
        <ActionIcon
          size="md"
          variant="subtle"
          aria-label={t`${name}: further to the right`}
          disabled={place === columns.length - 1}
          onClick={() => moved(1)}
        >
          <IconArrowDown size={14} aria-hidden />
        </ActionIcon>
      </Group>
    </Group>
  );
}

function Other({ column, onAdd }: { column: Column; onAdd: () => void }) {
  const word = useWord();
  return <Checkbox size="sm" label={word(CASE_COLUMN, column)} checked={false} onChange={onAdd} />;
}
