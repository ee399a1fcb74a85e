/** The interface of Dosja, typed from its description, as hooks of TanStack Query. */
import { createDosjaClient } from "@dosja/client";
import { MutationCache, QueryClient } from "@tanstack/react-query";
import createHooks from "openapi-react-query";
import { asProblem } from "./problems";
import { send } from "./wire";

export { ifMatch, type Problem, type Schemas } from "@dosja/client";

export const api = createDosjaClient({ baseUrl: window.location.origin, fetch: send });
export const $api = createHooks(api);

/** For lists that change a few times a year: categories, places, institutions, legal terms. */
export const STEADY = { staleTime: Number.POSITIVE_INFINITY } as const;

export function makeQueryClient(): QueryClient {
  const client: QueryClient = new QueryClient({
    defaultOptions: {
      queries: {
        staleTime: 15_000,
        // Refused is refused; only a broken line or a struggling server is worth another try.
        retry: (tries, error) => tries < 2 && [0, 502, 503, 504].includes(asProblem(error).status),
        refetchOnWindowFocus: true,
      },
      mutations: { retry: false },
    },
    mutationCache: new MutationCache({
      // What one step changes shows in many places; steady lists are left alone.
      onSuccess: () =>
        client.invalidateQueries({
          predicate: (query) => !query.observers.some((one) => one.options.staleTime === STEADY.staleTime),
        }),
    }),
  });
  return client;
}

/** What asks for the next page of a list, from the address that the server gave; undefined on the last. */
export function cursorOf(next: string | null | undefined): string | undefined {
  return next ? (new URL(next).searchParams.get("cursor") ?? undefined) : undefined;
}
