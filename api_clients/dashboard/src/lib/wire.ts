/** How requests travel: with the CSRF token and the reader's language, waiting for a sign-in where one ended. */
import { i18n } from "@lingui/core";
import { connection } from "./connection";
import { nobodyIsHere } from "./presence";
import { awaitSignIn } from "./signing-in";

const SAFE = new Set(["GET", "HEAD", "OPTIONS"]);

/** In production the cookie's name begins with `__Host-`. */
export function csrfToken(): string {
  return /(?:^|;\s*)(?:__Host-)?dosja_csrf=([^;]+)/.exec(document.cookie)?.[1] ?? "";
}

/** Sends it, and again, unchanged, after the person has signed in anew, or with a second step where one is
 * demanded: what was typed is not lost. */
export async function send(request: Request): Promise<Response> {
  const kept = request.clone();
  const answer = await once(request);
  if (!(await sessionIsOver(answer))) return answer;
  await awaitSignIn();
  return send(kept);
}

async function once(request: Request): Promise<Response> {
  const headers = new Headers(request.headers);
  headers.set("Accept-Language", i18n.locale);
  // A page left open asks on by itself; the session ends all the same when nobody uses it.
  if (nobodyIsHere()) headers.set("Dosja-By-Itself", "1");
  if (!SAFE.has(request.method)) headers.set("X-CSRFToken", csrfToken());
  if (request.method === "POST" && !headers.has("Idempotency-Key")) {
    headers.set("Idempotency-Key", keyOf(request));
  }
  try {
    const answer = await fetch(new Request(request, { headers, credentials: "same-origin" }));
    connection.worked();
    return answer;
  } catch (trouble) {
    if (!request.signal.aborted) connection.failed();
    throw trouble;
  }
}

// The second try of a request carries the key of the first: the server answers what it answered then.
const keys = new WeakMap<AbortSignal, string>();

function keyOf(request: Request): string {
  const key = keys.get(request.signal) ?? crypto.randomUUID();
  keys.set(request.signal, key);
  return key;
}

async function sessionIsOver(answer: Response): Promise<boolean> {
  if (answer.status === 401) return true;
  if (answer.status !== 403) return false;
  const problem: unknown = await answer
    .clone()
    .json()
    .catch(() => null);
  return (
    typeof problem === "object" &&
    problem !== null &&
    "code" in problem &&
    (problem.code === "csrf_failed" || problem.code === "second_factor.required")
  );
}
