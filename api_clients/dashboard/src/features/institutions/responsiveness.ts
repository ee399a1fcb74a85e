/** How institutions answered the partner in view this year, by code; nothing for who sees no numbers. */
import { $api, type Schemas } from "@/lib/api";
import { useSession } from "@/lib/session";

export type Answered = Record<string, Schemas["StatisticCell"]>;

export function useResponsiveness() {
  const { partner, may } = useSession();
  const query = $api.useQuery(
    "get",
    "/api/v1/statistics/{code}/",
    { params: { path: { code: "response-times" }, query: { partner: partner?.slug ?? "" } } },
    { enabled: partner !== null && may("view_statistics"), staleTime: 300_000 },
  );
  const table = query.data as Schemas["StatisticTable"] | undefined;
  const rows = new Map<string, Answered>();
  for (const row of table?.rows ?? []) {
    rows.set(
      row.code,
      Object.fromEntries(row.cells.map((cell, at) => [table?.columns[at]?.code ?? "", cell])),
    );
  }
  return { isKnown: table !== undefined, of: (code: string) => rows.get(code), notes: table?.notes ?? [] };
}
