import { useLingui } from "@lingui/react/macro";
import { Select, type SelectProps } from "@mantine/core";
import { useDebouncedValue } from "@mantine/hooks";
import { keepPreviousData } from "@tanstack/react-query";
import { useState } from "react";
import { $api, STEADY } from "@/lib/api";

type Props = Omit<SelectProps, "data" | "value" | "onChange"> & {
  value: string | null;
  onChange: (code: string | null) => void;
};

/** Any institution of the directory, found by beginnings of its name in any script. */
export function InstitutionChoice({ value, onChange, ...props }: Props) {
  const { t } = useLingui();
  const [typed, setTyped] = useState("");
  const [search] = useDebouncedValue(typed.trim(), 200);
  const chosen = $api.useQuery(
    "get",
    "/api/v1/institutions/{code}/",
    { params: { path: { code: value ?? "" } } },
    { ...STEADY, enabled: Boolean(value) },
  );
  const found = $api.useQuery(
    "get",
    "/api/v1/institutions/",
    { params: { query: { page_size: 30, ...(search && search !== chosen.data?.name ? { search } : {}) } } },
    { ...STEADY, placeholderData: keepPreviousData },
  );
  const institutions = [...(chosen.data ? [chosen.data] : []), ...(found.data?.results ?? [])];
  const unique = new Map(institutions.map((one) => [one.code, { value: one.code, label: one.name }]));
  return (
    <Select
      searchable
      clearable
      placeholder={t`Type the beginning of its name`}
      nothingFoundMessage={t`Nothing found`}
      {...props}
      data={[...unique.values()]}
      // The server has found them already, in whichever script.
      filter={({ options }) => options}
      searchValue={typed}
      onSearchChange={setTyped}
      value={value}
      onChange={onChange}
    />
  );
}
