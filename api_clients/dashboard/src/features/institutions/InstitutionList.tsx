import { Trans, useLingui } from "@lingui/react/macro";
import { Anchor, Button, Group, Select, Stack, Table, Text, TextInput } from "@mantine/core";
import { useDebouncedValue } from "@mantine/hooks";
import { IconSearch } from "@tabler/icons-react";
import { keepPreviousData, useInfiniteQuery } from "@tanstack/react-query";
import { useEffect, useState } from "react";
import { Link, useSearchParams } from "react-router";
import { Loaded } from "@/components/Loaded";
import { PageTitle } from "@/components/PageTitle";
import { PlacePicker } from "@/components/pickers";
import { api, type Schemas } from "@/lib/api";
import { useWord } from "@/lib/own-words";
import { useSession } from "@/lib/session";
import { INSTITUTION_KIND, INSTITUTION_LEVEL, PARTNER_COUNTRY } from "@/lib/words";
import { ResponsivenessLine } from "./Responsiveness";
import { useResponsiveness } from "./responsiveness";

type Kind = Schemas["InstitutionKind"];
type Country = Schemas["PartnerCountry"];

/** The directory: found by beginnings of a name in any script, narrowed, each with how it answers. */
export function InstitutionList() {
  const { t } = useLingui();
  const { partner } = useSession();
  const [params, setParams] = useSearchParams();
  const set = (name: string, value: string | null) =>
    setParams(
      (before) => {
        const after = new URLSearchParams(before);
        if (value) after.set(name, value);
        else after.delete(name);
        return after;
      },
      { replace: true },
    );
  const country = (params.get("country") ?? partner?.country) as Country | undefined;
  const place = params.get("place");
  const kind = params.get("kind") as Kind | null;
  return (
    <>
      <PageTitle name={t`Institutions`} />
      <Group align="flex-end" gap="sm" mb="md">
        <Search value={params.get("search") ?? ""} onChange={(search) => set("search", search)} />
        <CountrySelect value={country ?? null} onChange={(code) => set("country", code)} />
        <KindSelect value={kind} onChange={(code) => set("kind", code)} />
        <PlacePicker
          label={t`Works for the place`}
          country={country}
          value={place}
          onChange={(code) => set("place", code)}
        />
      </Group>
      <Found
        narrowed={{
          search: params.get("search") ?? undefined,
          country,
          kind: kind ?? undefined,
          competent_for: place ?? undefined,
        }}
      />
    </>
  );
}

function Search({ value, onChange }: { value: string; onChange: (search: string) => void }) {
  const { t } = useLingui();
  const [typed, setTyped] = useState(value);
  const [settled] = useDebouncedValue(typed.trim(), 250);
  // biome-ignore lint/correctness/useExhaustiveDependencies: only what was typed goes out
  useEffect(() => {
    if (settled !== value) onChange(settled);
  }, [settled]);
  return (
    <TextInput
      type="search"
      label={t`Search`}
      placeholder={t`Beginning of a name, in any script`}
      leftSection={<IconSearch size={16} aria-hidden />}
      value={typed}
      onChange={(event) => setTyped(event.currentTarget.value)}
      w={{ base: "100%", xs: 280 }}
    />
  );
}

function CountrySelect({
  value,
  onChange,
}: {
  value: Country | null;
  onChange: (code: string | null) => void;
}) {
  const { t } = useLingui();
  const word = useWord();
  return (
    <Select
      label={t`Country`}
      data={(Object.keys(PARTNER_COUNTRY) as Country[]).map((code) => ({
        value: code,
        label: word(PARTNER_COUNTRY, code),
      }))}
      value={value}
      onChange={onChange}
      allowDeselect={false}
      w={140}
    />
  );
}

function KindSelect({ value, onChange }: { value: Kind | null; onChange: (code: string | null) => void }) {
  const { t } = useLingui();
  const word = useWord();
  return (
    <Select
      label={t`Sort of body`}
      data={(Object.keys(INSTITUTION_KIND) as Kind[]).map((code) => ({
        value: code,
        label: word(INSTITUTION_KIND, code),
      }))}
      value={value}
      onChange={onChange}
      searchable
      clearable
      clearButtonProps={{ "aria-label": t`All sorts` }}
      w={200}
    />
  );
}

interface Narrowed {
  search?: string;
  country?: Country;
  kind?: Kind;
  competent_for?: string;
}

function Found({ narrowed }: { narrowed: Narrowed }) {
  const { t } = useLingui();
  const query = useInfiniteQuery({
    queryKey: ["institutions", "list", narrowed],
    queryFn: async ({ pageParam, signal }) => {
      const asked = { ...narrowed, page_size: 50, ...(pageParam && { cursor: pageParam }) };
      const { data, error } = await api.GET("/api/v1/institutions/", { params: { query: asked }, signal });
      if (!data) throw error;
      return data;
    },
    initialPageParam: "",
    getNextPageParam: (page) => (page.next ? new URL(page.next).searchParams.get("cursor") : null),
    placeholderData: keepPreviousData,
  });
  return (
    <Loaded
      query={query}
      lines={8}
      isEmpty={(data) => data.pages[0]?.results.length === 0}
      empty={t`No institution is found so. Try a shorter beginning, or another country.`}
    >
      {(data) => (
        <Stack align="flex-start">
          <Rows institutions={data.pages.flatMap((page) => page.results)} />
          {query.hasNextPage && (
            <Button
              variant="default"
              loading={query.isFetchingNextPage}
              onClick={() => query.fetchNextPage()}
            >
              <Trans>Show more</Trans>
            </Button>
          )}
        </Stack>
      )}
    </Loaded>
  );
}

function Rows({ institutions }: { institutions: Schemas["Institution"][] }) {
  const word = useWord();
  const responsiveness = useResponsiveness();
  return (
    <Table verticalSpacing="xs" highlightOnHover>
      <Table.Thead>
        <Table.Tr>
          <Table.Th scope="col">
            <Trans>Institution</Trans>
          </Table.Th>
          <Table.Th scope="col" visibleFrom="sm">
            <Trans>Level</Trans>
          </Table.Th>
          {responsiveness.isKnown && (
            <Table.Th scope="col" visibleFrom="sm">
              <Trans>How it answered this year</Trans>
            </Table.Th>
          )}
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {institutions.map((one) => (
          <Table.Tr key={one.code}>
            <Table.Td>
              <Anchor component={Link} to={`/institutions/${one.code}`}>
                {one.name}
              </Anchor>
              <Text size="sm" c="dimmed">
                {word(INSTITUTION_KIND, one.kind)}
              </Text>
              <Text size="sm" hiddenFrom="sm" component="div">
                <ResponsivenessLine answered={responsiveness.of(one.code)} />
              </Text>
            </Table.Td>
            <Table.Td visibleFrom="sm">{word(INSTITUTION_LEVEL, one.level)}</Table.Td>
            {responsiveness.isKnown && (
              <Table.Td visibleFrom="sm">
                <ResponsivenessLine answered={responsiveness.of(one.code)} />
              </Table.Td>
            )}
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  );
}
