import { useLingui } from "@lingui/react/macro";
import { Select, type SelectProps, Stack, Text } from "@mantine/core";
import { useDebouncedValue } from "@mantine/hooks";
import { keepPreviousData } from "@tanstack/react-query";
import { useState } from "react";
import { $api, type Schemas, STEADY } from "@/lib/api";
import { INSTITUTION_KIND } from "@/lib/words";

type Props = Omit<SelectProps, "data" | "value" | "onChange"> & {
  value: string | null;
  onChange: (code: string | null) => void;
  country?: Schemas["PartnerCountry"];
  /** Code of a place: those that work for it, or for what it lies in, come first. */
  place?: string | null;
};

/** An institution found by beginnings of its name, in any script; those competent for a place come first. */
export function InstitutionPicker({ value, onChange, country, place, ...props }: Props) {
  const { t, i18n } = useLingui();
  const [typed, setTyped] = useState("");
  const [settled] = useDebouncedValue(typed.trim(), 200);
  const chosen = $api.useQuery(
    "get",
    "/api/v1/institutions/{code}/",
    { params: { path: { code: value ?? "" } } },
    { ...STEADY, enabled: Boolean(value) },
  );
  const search = settled && settled !== chosen.data?.name ? settled : undefined;
  const near = useInstitutions({ country, search, competent_for: place ?? undefined }, Boolean(place));
  const all = useInstitutions({ country, search }, true);
  const found = [...(place ? (near.data?.results ?? []) : []), ...(all.data?.results ?? [])];
  const unique = byCode(chosen.data ? [chosen.data, ...found] : found);
  return (
    <Select
      label={t`Institution`}
      searchable
      clearable
      nothingFoundMessage={all.isFetching ? t`Searching…` : t`Nothing found`}
      {...props}
      data={[...unique.values()].map((one) => ({ value: one.code, label: one.name }))}
      // The server has found them already, in whichever script.
      filter={({ options }) => options}
      renderOption={({ option }) => {
        const one = unique.get(option.value);
        return (
          <Stack gap={0}>
            <Text size="sm">{option.label}</Text>
            {one && (
              <Text size="xs" c="dimmed">
                {i18n._(INSTITUTION_KIND[one.kind])}
              </Text>
            )}
          </Stack>
        );
      }}
      searchValue={typed}
      onSearchChange={setTyped}
      value={value}
      onChange={onChange}
    />
  );
}

interface Narrowed {
  country?: Schemas["PartnerCountry"];
  search?: string;
  competent_for?: string;
}

function useInstitutions(narrowed: Narrowed, enabled: boolean) {
  return $api.useQuery(
    "get",
    "/api/v1/institutions/",
    { params: { query: { ...narrowed, page_size: 50 } } },
    { ...STEADY, enabled, placeholderData: keepPreviousData },
  );
}

function byCode(institutions: Schemas["Institution"][]): Map<string, Schemas["Institution"]> {
  const found = new Map<string, Schemas["Institution"]>();
  for (const one of institutions) if (!found.has(one.code)) found.set(one.code, one);
  return found;
}
