/** Lists that come page by page, as one list. */

interface Page<Row> {
  next: string | null;
  results: Row[];
}

interface Pages<Row> {
  data: { pages: Page<Row>[] } | undefined;
  error: unknown;
  isPending: boolean;
  refetch: () => unknown;
}

/** Where the next page begins, from the address that the server gave. */
export function cursorOf(last: Page<unknown>): string | undefined {
  return last.next
    ? (new URL(last.next, location.origin).searchParams.get("cursor") ?? undefined)
    : undefined;
}

/** For `<Loaded>`: the rows of all pages that are there. */
export function listed<Row>({ data, error, isPending, refetch }: Pages<Row>) {
  return { data: data?.pages.flatMap((page) => page.results), error, isPending, refetch } as const;
}
