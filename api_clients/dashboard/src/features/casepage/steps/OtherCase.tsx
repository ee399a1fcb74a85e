import { useLingui } from "@lingui/react/macro";
import { Select, type SelectProps } from "@mantine/core";
import { useDebouncedValue } from "@mantine/hooks";
import { useState } from "react";
import { useCaseSearch } from "@/features/caselist";
import { useThisCase } from "../case";

type Props = Pick<SelectProps, "label" | "description" | "error" | "withAsterisk"> & {
  value: string;
  onChange: (caseId: string) => void;
};

/** Finds another case by its number or words. */
export function OtherCase({ value, onChange, ...props }: Props) {
  const { t } = useLingui();
  const here = useThisCase();
  const [words, setWords] = useState("");
  const [chosen, setChosen] = useState<{ value: string; label: string } | null>(null);
  const [asked] = useDebouncedValue(words, 250);
  const found = useCaseSearch(asked)
    .filter((row) => row.id !== here.id)
    .map((row) => ({ value: row.id, label: [row.reference, row.summary].filter(Boolean).join(" · ") }));
  const options = chosen && !found.some((one) => one.value === chosen.value) ? [chosen, ...found] : found;
  return (
    <Select
      {...props}
      searchable
      value={value || null}
      data={options}
      onChange={(id) => {
        setChosen(options.find((one) => one.value === id) ?? null);
        onChange(id ?? "");
      }}
      onSearchChange={setWords}
      filter={({ options: all }) => all}
      nothingFoundMessage={asked.length > 1 ? t`No case fits these words` : t`Write at least two letters`}
      comboboxProps={{ withinPortal: true }}
    />
  );
}
