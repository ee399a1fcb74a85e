import { useLingui } from "@lingui/react/macro";
import { Select, type SelectProps } from "@mantine/core";
import { useDebouncedValue } from "@mantine/hooks";
import { keepPreviousData } from "@tanstack/react-query";
import { useState } from "react";
import { $api, type Schemas, STEADY } from "@/lib/api";

type Props = Omit<SelectProps, "data" | "value" | "onChange"> & {
  value: string | null;
  onChange: (code: string | null) => void;
  country?: Schemas["PartnerCountry"];
};

/** A place found by beginnings of its name, in any script. */
export function PlacePicker({ value, onChange, country, ...props }: Props) {
  const { t } = useLingui();
  const [typed, setTyped] = useState("");
  const [search] = useDebouncedValue(typed.trim(), 200);
  const chosen = $api.useQuery(
    "get",
    "/api/v1/places/{code}/",
    { params: { path: { code: value ?? "" } } },
    { ...STEADY, enabled: Boolean(value) },
  );
  const found = $api.useQuery(
    "get",
    "/api/v1/places/",
    {
      params: {
        query: { country, page_size: 50, ...(search && search !== chosen.data?.name ? { search } : {}) },
      },
    },
    { ...STEADY, placeholderData: keepPreviousData },
  );
  const places = [...(chosen.data ? [chosen.data] : []), ...(found.data?.results ?? [])];
  const unique = [...new Map(places.map((one) => [one.code, { value: one.code, label: one.name }])).values()];
  return (
    <Select
      label={t`Place`}
      searchable
      clearable
      nothingFoundMessage={t`Nothing found`}
      {...props}
      data={unique}
      // The server has found them already, in whichever script.
      filter={({ options }) => options}
      searchValue={typed}
      onSearchChange={setTyped}
      value={value}
      onChange={onChange}
    />
  );
}
