import { Trans, useLingui } from "@lingui/react/macro";
import { Button, Group, List, Select, Stack, Text, Textarea } from "@mantine/core";
import { type KeyboardEvent, useEffect, useRef, useState } from "react";
import type { Schemas } from "@/lib/api";
import { useWord } from "@/lib/own-words";
import { HIDING_REASON } from "@/lib/words";
import { covered, type Hidden, toCharacters, trimmed, withHidden, without, wordsAt } from "./places";

type Reason = Schemas["HidingReason"];
const REASONS = Object.keys(HIDING_REASON) as Reason[];

interface Props<Part extends string> {
  label: string;
  part: Part;
  text: string;
  hidden: Hidden<Part>[];
  busy?: boolean;
  onChange: (hidden: Hidden<Part>[]) => void;
}

/**
 * The complainant's words, to be blacked out: select with mouse, finger or keyboard, then Enter or the button.
 *
 * A text field in which nothing can be typed: every device knows how to select in one, and so do screen readers.
 */
export function BlackOut<Part extends string>({
  label,
  part,
  text,
  hidden,
  busy = false,
  onChange,
}: Props<Part>) {
  const { t } = useLingui();
  const word = useWord();
  const field = useRef<HTMLTextAreaElement>(null);
  const [reason, setReason] = useState<Reason>("name");
  useReadOnly(field);
  const mine = hidden.filter((one) => one.part === part);
  const blackOut = () => {
    const selected = field.current && selectionOf(field.current);
    const place = selected && trimmed(text, toCharacters(text, selected));
    if (place) onChange(withHidden(hidden, { part, reason, ...place }));
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== "Enter") return;
    event.preventDefault();
    blackOut();
  };
  return (
    <Stack gap="xs">
      <Textarea
        ref={field}
        label={label}
        description={t`Select a stretch with the mouse, or with Shift and the arrow keys, and press Enter.`}
        aria-readonly
        autosize
        minRows={3}
        maxRows={18}
        inputMode="none"
        spellCheck={false}
        value={covered(text, mine)}
        onChange={() => undefined}
        onKeyDown={onKeyDown}
      />
      <Group gap="xs" align="flex-end">
        <Select
          label={t`What is hidden`}
          size="xs"
          w={260}
          allowDeselect={false}
          data={REASONS.map((one) => ({ value: one, label: word(HIDING_REASON, one) }))}
          value={reason}
          onChange={(value) => setReason((value ?? "name") as Reason)}
        />
        {/* The field keeps its selection while the button is pressed. */}
        <Button size="xs" loading={busy} onMouseDown={(event) => event.preventDefault()} onClick={blackOut}>
          <Trans>Black out the selection</Trans>
        </Button>
      </Group>
      <HiddenList text={text} hidden={mine} onUncover={(gone) => onChange(without(hidden, gone))} />
    </Stack>
  );
}

function HiddenList<Part extends string>({
  text,
  hidden,
  onUncover,
}: {
  text: string;
  hidden: Hidden<Part>[];
  onUncover: (one: Hidden<Part>) => void;
}) {
  const { t } = useLingui();
  const word = useWord();
  if (hidden.length === 0) {
    return (
      <Text size="sm" c="dimmed">
        <Trans>Nothing is blacked out here.</Trans>
      </Text>
    );
  }
  return (
    <List size="sm" spacing={4} aria-label={t`Blacked out`}>
      {hidden.map((one) => (
        <List.Item key={`${one.start}-${one.end}`}>
          <Group gap="xs">
            <Text span size="sm" style={{ overflowWrap: "anywhere" }}>
              “{wordsAt(text, one)}” · {word(HIDING_REASON, one.reason)}
            </Text>
            <Button size="compact-xs" variant="default" onClick={() => onUncover(one)}>
              <Trans>Uncover</Trans>
            </Button>
          </Group>
        </List.Item>
      ))}
    </List>
  );
}

/** Nothing can be typed, pasted or cut, and yet there is a cursor: a field that is read-only shows none. */
function useReadOnly(field: React.RefObject<HTMLTextAreaElement | null>) {
  useEffect(() => {
    const element = field.current;
    const refuse = (event: Event) => event.preventDefault();
    for (const name of ["beforeinput", "drop"]) element?.addEventListener(name, refuse);
    return () => {
      for (const name of ["beforeinput", "drop"]) element?.removeEventListener(name, refuse);
    };
  }, [field]);
}

function selectionOf({ selectionStart, selectionEnd }: HTMLTextAreaElement) {
  return { start: selectionStart, end: selectionEnd };
}
