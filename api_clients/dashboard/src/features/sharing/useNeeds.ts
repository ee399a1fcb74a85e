import { $api, STEADY } from "@/lib/api";

/** What people may need, as the directory has it. */
export function useNeeds() {
  const query = { is_active: true, page_size: 200 };
  const { data } = $api.useQuery("get", "/api/v1/needs/", { params: { query } }, STEADY);
  return data?.results ?? [];
}

/** What a need is called; its code, where the directory forgot it. */
export function useNeedName(): (code: string) => string {
  const needs = useNeeds();
  return (code) => needs.find((one) => one.code === code)?.name ?? code;
}
