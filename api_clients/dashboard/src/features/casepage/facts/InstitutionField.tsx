import { useLingui } from "@lingui/react/macro";
import { Select, type SelectProps } from "@mantine/core";
import { useDebouncedValue } from "@mantine/hooks";
import { keepPreviousData } from "@tanstack/react-query";
import { useState } from "react";
import { $api, type Schemas } from "@/lib/api";

type Entry = Schemas["Entry"] | null;
type Props = Pick<SelectProps, "error"> & { value: Entry; onChange: (entry: Entry) => void };

/** An institution found by beginnings of its name, in any script. */
export function InstitutionField({ value, onChange, error }: Props) {
  const { t } = useLingui();
  const [typed, setTyped] = useState(value?.name ?? "");
  const [asked] = useDebouncedValue(typed.trim(), 200);
  const search = asked === value?.name ? "" : asked;
  const found = $api.useQuery(
    "get",
    "/api/v1/institutions/",
    { params: { query: { page_size: 30, ...(search ? { search } : {}) } } },
    { placeholderData: keepPreviousData },
  );
  const rows = (found.data?.results ?? []).map(({ code, name }) => ({ code, name }));
  const all = value && !rows.some((row) => row.code === value.code) ? [value, ...rows] : rows;
  return (
    <Select
      label={t`Institution`}
      error={error}
      searchable
      clearable
      nothingFoundMessage={t`Nothing found`}
      data={all.map((row) => ({ value: row.code, label: row.name }))}
      filter={({ options }) => options}
      searchValue={typed}
      onSearchChange={setTyped}
      value={value?.code ?? null}
      onChange={(code) => onChange(all.find((row) => row.code === code) ?? null)}
    />
  );
}
