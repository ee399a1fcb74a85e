import { useLingui } from "@lingui/react/macro";
import { Skeleton, Stack, Text } from "@mantine/core";
import type { UseQueryResult } from "@tanstack/react-query";
import type { ReactNode } from "react";
import { ProblemAlert } from "./ProblemAlert";

interface Props<Data> {
  query: Pick<UseQueryResult<Data, unknown>, "data" | "error" | "isPending"> & { refetch: () => unknown };
  /** What stands there instead when there is nothing. */
  empty?: ReactNode;
  isEmpty?: (data: Data) => boolean;
  /** Lines of grey while it loads. */
  lines?: number;
  children: (data: Data) => ReactNode;
}

/** The states of everything that is fetched: busy, a problem with another try, an honest empty text, the content. */
export function Loaded<Data>({ query, empty, isEmpty = nothingIn, lines = 3, children }: Props<Data>) {
  if (query.data !== undefined) {
    if (empty && isEmpty(query.data))
      return typeof empty === "string" ? <Text c="dimmed">{empty}</Text> : empty;
    return children(query.data);
  }
  if (query.error) return <ProblemAlert problem={query.error} onRetry={() => void query.refetch()} />;
  return <Busy lines={lines} />;
}

export function Busy({ lines = 3 }: { lines?: number }) {
  const { t } = useLingui();
  return (
    <Stack gap="sm" role="status" aria-label={t`Loading`}>
      {Array.from({ length: lines }, (_, line) => line).map((line) => (
        <Skeleton key={line} height={18} width={`${100 - ((line * 17) % 40)}%`} />
      ))}
    </Stack>
  );
}

function nothingIn(data: unknown): boolean {
  if (Array.isArray(data)) return data.length === 0;
  const results = typeof data === "object" && data !== null && "results" in data ? data.results : undefined;
  return Array.isArray(results) && results.length === 0;
}
