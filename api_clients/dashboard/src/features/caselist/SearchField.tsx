import { useLingui } from "@lingui/react/macro";
import { CloseButton, TextInput } from "@mantine/core";
import { useDebouncedCallback } from "@mantine/hooks";
import { IconSearch } from "@tabler/icons-react";
import { useEffect, useRef, useState } from "react";
import { useShortcuts } from "@/lib/shortcuts";

/** Numbers and words in any script; what is typed is searched after a short rest. */
export function SearchField({ words, onSearch }: { words: string; onSearch: (words: string) => void }) {
  const { t } = useLingui();
  const field = useRef<HTMLInputElement>(null);
  const [typed, setTyped] = useState(words);
  const sent = useRef(words);
  const search = useDebouncedCallback((next: string) => {
    sent.current = next.trim();
    onSearch(next.trim());
  }, 300);
  useEffect(() => {
    // "Back", a view, or "clear" changed it: not what was typed here.
    if (words !== sent.current) {
      sent.current = words;
      setTyped(words);
    }
  }, [words]);
  useShortcuts([
    {
      keys: "f",
      label: t`Search in the list`,
      act: (event) => {
        event.preventDefault();
        field.current?.focus();
      },
    },
  ]);
  const type = (next: string) => {
    setTyped(next);
    search(next);
  };
  return (
    <TextInput
      ref={field}
      size="xs"
      w={{ base: "100%", sm: 280 }}
      aria-label={t`Search in the list`}
      placeholder={t`Number or words, in any script`}
      leftSection={<IconSearch size={14} aria-hidden />}
      rightSection={
        typed && <CloseButton size="sm" aria-label={t`Clear the search`} onClick={() => type("")} />
      }
      value={typed}
      maxLength={200}
      onChange={(event) => type(event.currentTarget.value)}
    />
  );
}
