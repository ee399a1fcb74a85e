/** The interface of Dosja, typed from its description, as hooks of TanStack Query. */
import { createDosjaClient, type Problem } from "@dosja/client";
import { MutationCache, type Query, QueryClient } from "@tanstack/react-query";
import createHooks from "openapi-react-query";
import { asProblem } from "./problems";
import { send } from "./wire";

export { ifMatch, type Problem, type Schemas } from "@dosja/client";

export const api = createDosjaClient({ baseUrl: window.location.origin, fetch: send });
export const $api = createHooks(api);

/** For lists that change a few times a year: categories, places, institutions, legal terms. */
export const STEADY = { staleTime: Number.POSITIVE_INFINITY } as const;

/** How long a step that was taken waits for the page around it to be fresh, in milliseconds. */
const FRESH_WITHIN = 3_000;

/** A server that has too much to do says after how many seconds to ask again; longer than that nobody looks at a page
 * that says nothing. In milliseconds. */
export function pause(tries: number, problem: Problem): number {
  const told = "retry_after" in problem ? Number(problem.retry_after) : 2 ** tries;
  return 1_000 * Math.min(told, 12);
}

export function makeQueryClient(): QueryClient {
  const client: QueryClient = new QueryClient({
    defaultOptions: {
      queries: {
        staleTime: 15_000,
        // Refused is refused; only a broken line or a struggling server is worth another try.
        retry: (tries, error) => tries < 2 && [0, 502, 503, 504].includes(asProblem(error).status),
        retryDelay: (tries, error) => pause(tries, asProblem(error)),
        refetchOnWindowFocus: true,
      },
      mutations: { retry: false },
    },
    mutationCache: new MutationCache({
      // One slow answer among many must not keep a form open that was sent.
      onSuccess: () =>
        Promise.race([refresh(client), new Promise((resolve) => setTimeout(resolve, FRESH_WITHIN))]),
    }),
  });
  return client;
}

/** After a change: what the page shows is asked for anew, but for lists that hardly ever change. A first answer that
 * is still on its way may tell what was before, and is not waited for. */
export async function refresh(client: QueryClient): Promise<void> {
  const changing = (query: Query) =>
    !query.observers.some((one) => one.options.staleTime === STEADY.staleTime);
  await client.cancelQueries({ predicate: (query) => query.state.data === undefined && changing(query) });
  await client.invalidateQueries({ predicate: changing });
}

/** What asks for the next page of a list, from the address that the server gave; undefined on the last. */
export function cursorOf(next: string | null | undefined): string | undefined {
  return next ? (new URL(next).searchParams.get("cursor") ?? undefined) : undefined;
}
