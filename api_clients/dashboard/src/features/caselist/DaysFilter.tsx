import { Trans, useLingui } from "@lingui/react/macro";
import { Button, Popover, Stack, TextInput } from "@mantine/core";
import { IconChevronDown } from "@tabler/icons-react";
import { useState } from "react";
import { useDates } from "@/lib/dates";
import type { Filters } from "./search";

interface Props {
  filters: Filters;
  onChange: (changes: Partial<Filters>) => void;
}

/** From which day to which a complaint was received. */
export function DaysFilter({ filters: { opened_from, opened_to }, onChange }: Props) {
  const { t } = useLingui();
  const dates = useDates();
  const [opened, setOpened] = useState(false);
  const name = t`Received`;
  const days = [opened_from, opened_to].map((day) => (day ? dates.shortDay(day) : "…"));
  const isOn = Boolean(opened_from || opened_to);
  return (
    <Popover
      opened={opened}
      onChange={setOpened}
      position="bottom-start"
      trapFocus
      returnFocus
      withinPortal
      shadow="md"
    >
      <Popover.Target>
        <Button
          size="compact-sm"
          variant={isOn ? "light" : "default"}
          rightSection={<IconChevronDown size={14} aria-hidden />}
          onClick={() => setOpened(!opened)}
        >
          {isOn ? `${name}: ${days.join(" – ")}` : name}
        </Button>
      </Popover.Target>
      <Popover.Dropdown aria-label={name}>
        <Stack gap="xs">
          <TextInput
            type="date"
            size="xs"
            label={t`From`}
            value={opened_from ?? ""}
            onChange={(event) => onChange({ opened_from: event.currentTarget.value || undefined })}
          />
          <TextInput
            type="date"
            size="xs"
            label={t`To`}
            value={opened_to ?? ""}
            onChange={(event) => onChange({ opened_to: event.currentTarget.value || undefined })}
          />
          {isOn && (
            <Button
              size="compact-xs"
              variant="subtle"
              onClick={() => onChange({ opened_from: undefined, opened_to: undefined })}
            >
              <Trans>All</Trans>
            </Button>
          )}
        </Stack>
      </Popover.Dropdown>
    </Popover>
  );
}
