import { $api } from "@/lib/api";
import { useSession } from "@/lib/session";

const WORK = new Set(["intake_officer", "caseworker", "legal_adviser", "coordinator"]);

/** Who may be given work; empty for those who may not ask who works here. */
export function useColleagues(): { value: string; label: string }[] {
  const { partner, may } = useSession();
  const { data } = $api.useQuery(
    "get",
    "/api/v1/partners/{slug}/members/",
    { params: { path: { slug: partner?.slug ?? "" }, query: { running: "true", page_size: 200 } } },
    { enabled: partner !== null && may("manage_partner"), staleTime: 300_000 },
  );
  const working = (data?.results ?? []).filter((one) => WORK.has(one.role));
  return [...new Map(working.map((one) => [one.user_id, { value: one.user_id, label: one.name }])).values()];
}
