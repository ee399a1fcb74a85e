import { keepPreviousData, useInfiniteQuery } from "@tanstack/react-query";
import { useMemo } from "react";
import { $api, api, type Schemas } from "@/lib/api";
import type { Extra } from "./columns";
import { type Filters, type Ordering, plain } from "./search";

export type Row = Schemas["CaseRow"];

// The first page is small, so that it is there at once; those after are large, so that scrolling finds rows.
const FIRST = 50;
const AFTER = 200;

/** The list, a page at a time, as far down as somebody has scrolled. */
export function useCases(filters: Filters, ordering: Ordering, extra: Extra[]) {
  const query = { ...plain(filters), ordering, ...(extra.length > 0 && { extra }) };
  const found = useInfiniteQuery({
    queryKey: ["cases", "list", query],
    queryFn: async ({ pageParam, signal }) => {
      const page_size = pageParam ? AFTER : FIRST;
      const asked = { ...query, page_size, ...(pageParam && { cursor: pageParam }) };
      const { data, error } = await api.GET("/api/v1/cases/", { params: { query: asked }, signal });
      if (!data) throw error;
      return data;
    },
    initialPageParam: "",
    getNextPageParam: (page) => (page.next ? new URL(page.next).searchParams.get("cursor") : null),
    placeholderData: keepPreviousData,
    // Pages far down are not fetched again because a window came to the front.
    refetchOnWindowFocus: (all) => (all.state.data?.pages.length ?? 0) < 3,
  });
  const rows = useMemo(() => once(found.data?.pages.flatMap((page) => page.results) ?? []), [found.data]);
  return { ...found, rows };
}

/** A case whose place in the order changed between two pages comes once. */
function once(rows: Row[]): Row[] {
  return [...new Map(rows.map((row) => [row.id, row])).values()];
}

export function useCount(filters: Filters) {
  return $api.useQuery(
    "get",
    "/api/v1/cases/count/",
    { params: { query: plain(filters) } },
    { placeholderData: keepPreviousData },
  );
}

export type FacetValue = Schemas["FacetValue"];
export type Facets = Partial<Record<Schemas["CaseFacet"], FacetValue[]>>;

/** How many cases each value of each filter would find; one request for all, after the rows themselves. */
export function useFacets(filters: Filters, enabled: boolean): Facets {
  const { data } = $api.useQuery(
    "get",
    "/api/v1/cases/facets/",
    { params: { query: plain(filters) } },
    { placeholderData: keepPreviousData, enabled },
  );
  return useMemo(
    () => Object.fromEntries((data?.facets ?? []).map((one) => [one.facet, one.values])),
    [data],
  );
}
