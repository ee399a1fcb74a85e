import { useLingui } from "@lingui/react/macro";
import { Select, type SelectProps } from "@mantine/core";
import { useDebouncedValue } from "@mantine/hooks";
import { useState } from "react";
import { useCaseSearch } from "./useCaseSearch";
import type { Row } from "./useCases";

type Props = Omit<SelectProps, "data" | "value" | "onChange"> & {
  value: Row | null;
  onChange: (chosen: Row | null) => void;
  /** The case that is looked at: never its own other one. */
  except?: string;
};

/** Another case, found by its number or by words in any script. */
export function CasePicker({ value, onChange, except, ...props }: Props) {
  const { t } = useLingui();
  const [typed, setTyped] = useState("");
  const [settled] = useDebouncedValue(typed.trim(), 200);
  const found = useCaseSearch(value && settled === labelOf(value) ? "" : settled);
  const rows = [...new Map([...(value ? [value] : []), ...found].map((row) => [row.id, row])).values()];
  return (
    <Select
      label={t`Case`}
      placeholder={t`Number or words of a case`}
      searchable
      clearable
      nothingFoundMessage={settled.length > 1 ? t`Nothing found` : t`Type its number or a word of it`}
      {...props}
      data={rows.filter((row) => row.id !== except).map((row) => ({ value: row.id, label: labelOf(row) }))}
      // The server has found them already, in whichever script.
      filter={({ options }) => options}
      searchValue={typed}
      onSearchChange={setTyped}
      value={value?.id ?? null}
      onChange={(id) => onChange(rows.find((row) => row.id === id) ?? null)}
    />
  );
}

const labelOf = (row: Row) =>
  [row.reference, row.summary || row.institution?.name].filter(Boolean).join(" · ");
