import { useCallback } from "react";
import { $api, STEADY } from "@/lib/api";
import { useSession } from "@/lib/session";

/** The other partners of the network, and what each is called. */
export function usePartners() {
  const { partner } = useSession();
  const { data } = $api.useQuery(
    "get",
    "/api/v1/partners/",
    { params: { query: { page_size: 200 } } },
    STEADY,
  );
  const all = data?.results ?? [];
  const nameOf = useCallback(
    (slug: string) => data?.results.find((one) => one.slug === slug)?.name ?? slug,
    [data],
  );
  const others = all
    .filter((one) => one.slug !== partner?.slug)
    .map((one) => ({ value: one.slug, label: one.name }));
  return { others, nameOf };
}
