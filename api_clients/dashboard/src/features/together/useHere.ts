import { useIdle } from "@mantine/hooks";
import { useQuery } from "@tanstack/react-query";
import { useEffect } from "react";
import { api } from "@/lib/api";

/** Whoever touches nothing for so long is not here. */
const AWAY_AFTER = 4 * 60_000;
const SECONDS = 20;

/**
 * Tells that this person has the case open, and learns who else has and what is newest. Stops when away. A page that
 * asks by itself does not keep the session alive.
 */
export function useHere(caseId: string) {
  const away = useIdle(AWAY_AFTER, { initialState: false });
  useEffect(() => {
    const params = { path: { case_id: caseId } };
    return () => {
      // Nobody waits for the answer: a minute later it would be forgotten anyway.
      api
        .POST("/api/v1/cases/{case_id}/presence/", { params, body: { leaving: true } })
        .catch(() => undefined);
    };
  }, [caseId]);
  return useQuery({
    queryKey: ["here", caseId],
    queryFn: async ({ signal }) => {
      const params = { path: { case_id: caseId } };
      const { data } = await api.POST("/api/v1/cases/{case_id}/presence/", {
        params,
        body: { leaving: false },
        headers: { "Dosja-By-Itself": "1" },
        signal,
      });
      return data ?? null;
    },
    enabled: !away,
    staleTime: 5_000,
    gcTime: 0,
    refetchInterval: (query) => (query.state.data?.again_in ?? SECONDS) * 1_000,
    retry: false,
  });
}
