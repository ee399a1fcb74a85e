import { $api, type Schemas } from "@/lib/api";

/** The first cases that fit a number or words in any script; none for fewer than two letters. */
export function useCaseSearch(words: string): Schemas["CaseRow"][] {
  const { data } = $api.useQuery(
    "get",
    "/api/v1/cases/",
    { params: { query: { search: words, page_size: 8 } } },
    { enabled: words.length > 1 },
  );
  return words.length > 1 ? (data?.results ?? []) : [];
}
