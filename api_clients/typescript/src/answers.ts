/** What an answer holds, or why there is none. */
import type { Problem } from "./client.js";

/** The server's refusal: a stable code for programs, a sentence for people. */
export class ProblemError extends Error {
  override readonly name = "ProblemError";
  readonly status: number;
  readonly code: string;

  constructor(readonly problem: Problem) {
    super(`${problem.status} ${problem.code}: ${problem.title}`);
    this.status = problem.status;
    this.code = problem.code;
  }
}

interface Answer<Data> {
  data?: Data;
  error?: unknown;
  response: Response;
}

/**
 * The body of an answer: `const me = await told(dosja.GET("/api/v1/me/"))`.
 *
 * @throws ProblemError where the server refused.
 */
export async function told<Data>(asked: Promise<Answer<Data>>): Promise<Data> {
  const { data, error, response } = await asked;
  if (response.ok) return data as Data;
  throw new ProblemError(isProblem(error) ? error : unexplained(response));
}

interface Page<Row> {
  results: Row[];
  next?: string | null;
}

/**
 * Every row of a list, page after page, as they are asked for:
 *
 * ```ts
 * for await (const one of every((cursor) => dosja.GET("/api/v1/cases/", { params: { query: { cursor } } }))) …
 * ```
 *
 * @throws ProblemError where the server refused a page.
 */
export async function* every<Row>(
  ask: (cursor: string | undefined) => Promise<Answer<Page<Row>>>,
): AsyncGenerator<Row, void, undefined> {
  let cursor: string | undefined;
  do {
    const page = await told(ask(cursor));
    yield* page.results;
    cursor = page.next ? (new URL(page.next).searchParams.get("cursor") ?? undefined) : undefined;
  } while (cursor !== undefined);
}

function isProblem(error: unknown): error is Problem {
  return typeof error === "object" && error !== null && "code" in error && "title" in error;
}

/** Something in between has answered: a proxy, a wall. */
function unexplained(response: Response): Problem {
  return { type: "about:blank", status: response.status, code: "unexplained", title: response.statusText };
}
