/** Lists that a page shows whole: it fetches one piece after the other until there is no next. */
import { useEffect } from "react";

interface Pages<Row> {
  data?: { pages: { results: Row[] }[] } | undefined;
  hasNextPage: boolean;
  isFetchingNextPage: boolean;
  isFetchNextPageError: boolean;
  fetchNextPage: () => unknown;
}

/** For `$api.useInfiniteQuery`: where the cursor of the next page stands. */
export const PAGES = {
  pageParamName: "cursor",
  // Not `undefined`: of that the library would make page 0.
  initialPageParam: null,
  getNextPageParam: (last: { next: string | null }): string | undefined =>
    last.next
      ? (new URL(last.next, window.location.origin).searchParams.get("cursor") ?? undefined)
      : undefined,
} as const;

export function rowsOf<Row>(query: Pages<Row>): Row[] {
  return query.data?.pages.flatMap((page) => page.results) ?? [];
}

export function useEverything<Row>(query: Pages<Row>): Row[] {
  const { hasNextPage, isFetchingNextPage, isFetchNextPageError, fetchNextPage } = query;
  useEffect(() => {
    if (hasNextPage && !isFetchingNextPage && !isFetchNextPageError) void fetchNextPage();
  }, [hasNextPage, isFetchingNextPage, isFetchNextPageError, fetchNextPage]);
  return rowsOf(query);
}
