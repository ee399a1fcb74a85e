import { Trans, useLingui } from "@lingui/react/macro";
import { Button, Checkbox, Group, Popover, Radio, ScrollArea, Stack, Text, TextInput } from "@mantine/core";
import { IconChevronDown } from "@tabler/icons-react";
import { useEffect, useState } from "react";
import { counted } from "@/lib/dates";
import type { FacetValue } from "./useCases";

interface Props {
  name: string;
  /** What the server has counted; undefined while it counts. */
  values: FacetValue[] | undefined;
  /** Every value that can be chosen, in the order in which it is shown. */
  all: readonly string[];
  /** Values of which no count is known. */
  uncounted?: readonly string[];
  label: (value: string) => string;
  chosen: readonly string[];
  onChange: (chosen: string[]) => void;
  many?: boolean;
  onLook: () => void;
}

const LONG = 10;

/** One filter: a button that says what is chosen, and the values with how many cases each would find. */
export function FacetFilter({
  name,
  values,
  all,
  uncounted = [],
  label,
  chosen,
  onChange,
  many = false,
  onLook,
}: Props) {
  const { t } = useLingui();
  const [opened, setOpened] = useState(false);
  const [words, setWords] = useState("");
  const found = all.filter((one) =>
    label(one).toLocaleLowerCase().includes(words.trim().toLocaleLowerCase()),
  );
  // The address follows in its own time; what is ticked shows at once, and the next tick counts on it.
  const [ticked, setTicked] = useState(chosen);
  const told = chosen.join(" ");
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new array with the same values is no news
  useEffect(() => setTicked(chosen), [told]);
  const choose = (next: string[]) => {
    setTicked(next);
    onChange(next);
  };
  const [first] = chosen;
  const more = chosen.length - 1;
  const isOn = first !== undefined;
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
          maw={260}
          onClick={() => {
            onLook();
            setOpened(!opened);
          }}
        >
          {isOn ? `${name}: ${label(first)}${more > 0 ? ` +${more}` : ""}` : name}
        </Button>
      </Popover.Target>
      <Popover.Dropdown miw={240} maw={340} aria-label={name}>
        <Stack gap="xs">
          {all.length > LONG && (
            <TextInput
              size="xs"
              data-autofocus
              placeholder={t`Find`}
              aria-label={t`Find among ${name}`}
              value={words}
              onChange={(event) => setWords(event.currentTarget.value)}
            />
          )}
          <ScrollArea.Autosize mah={300} type="auto">
            <Stack gap={10} role="group" aria-label={name}>
              {found.map((one) => (
                <Value
                  key={one}
                  many={many}
                  label={label(one)}
                  count={uncounted.includes(one) ? null : countOf(values, one)}
                  checked={ticked.includes(one)}
                  onChange={(on) => {
                    if (many) choose(on ? [...ticked, one] : ticked.filter((other) => other !== one));
                    else {
                      choose([one]);
                      setOpened(false);
                    }
                  }}
                />
              ))}
              {found.length === 0 && (
                <Text size="sm" c="dimmed">
                  {values ? <Trans>Nothing found</Trans> : <Trans>Counting …</Trans>}
                </Text>
              )}
            </Stack>
          </ScrollArea.Autosize>
          {isOn && (
            <Button
              size="compact-xs"
              variant="subtle"
              onClick={() => {
                choose([]);
                setOpened(false);
              }}
            >
              <Trans>All</Trans>
            </Button>
          )}
        </Stack>
      </Popover.Dropdown>
    </Popover>
  );
}

interface ValueProps {
  many: boolean;
  label: string;
  /** Undefined: not known yet. Null: not counted. */
  count: string | null | undefined;
  checked: boolean;
  onChange: (on: boolean) => void;
}

function Value({ many, label, count, checked, onChange }: ValueProps) {
  const Input = many ? Checkbox : Radio;
  return (
    <Group justify="space-between" wrap="nowrap" gap="md">
      <Input
        size="sm"
        label={label}
        checked={checked}
        onChange={(event) => onChange(event.currentTarget.checked)}
      />
      <Text size="xs" c="dimmed" style={{ whiteSpace: "nowrap" }}>
        {count}
      </Text>
    </Group>
  );
}

function countOf(values: FacetValue[] | undefined, value: string): string | undefined {
  if (!values) return undefined;
  const found = values.find((one) => one.value === value);
  return found ? `${counted(found.count)}${found.capped ? "+" : ""}` : "0";
}
