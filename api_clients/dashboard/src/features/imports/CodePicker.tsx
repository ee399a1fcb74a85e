import { useLingui } from "@lingui/react/macro";
import { Select } from "@mantine/core";
import { useDebouncedValue } from "@mantine/hooks";
import { keepPreviousData } from "@tanstack/react-query";
import { useState } from "react";
import { CategoryPicker, PlacePicker } from "@/components/pickers";
import { $api, STEADY } from "@/lib/api";
import type { Target } from "./api";

interface Props {
  target: Target;
  label: string;
  value: string | null;
  onChange: (code: string | null) => void;
  required?: boolean;
}

/** One of the codes that a field takes. */
export function CodePicker({ target, value, onChange, ...props }: Props) {
  const { t } = useLingui();
  if (target.holds === "category") return <CategoryPicker {...props} value={value} onChange={onChange} />;
  if (target.holds === "place") return <PlacePicker {...props} value={value} onChange={onChange} />;
  if (target.holds === "institution")
    return <InstitutionSelect {...props} value={value} onChange={onChange} />;
  return (
    <Select
      {...props}
      searchable
      clearable
      nothingFoundMessage={t`Nothing found`}
      data={target.choices.map((one) => ({ value: one.code, label: one.name }))}
      value={value}
      onChange={onChange}
    />
  );
}

function InstitutionSelect({ value, onChange, ...props }: Omit<Props, "target">) {
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
  const all = [...(chosen.data ? [chosen.data] : []), ...(found.data?.results ?? [])];
  const unique = [...new Map(all.map((one) => [one.code, { value: one.code, label: one.name }])).values()];
  return (
    <Select
      {...props}
      searchable
      clearable
      nothingFoundMessage={t`Nothing found`}
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
