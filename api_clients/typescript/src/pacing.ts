/** When a request is sent again, and how long before it. */

/** Too fast, or the server struggles: it says itself when to come again. */
const LATER = new Set([429, 502, 503, 504]);
/** What does the same when it happens twice; a POST does by its Idempotency-Key. */
const TWICE_IS_ONCE = new Set(["GET", "HEAD", "PUT", "DELETE", "POST"]);
const FIRST_WAIT = 0.5;

export class Pacing {
  readonly #tries: number;
  readonly #patience: number;

  constructor(tries: number, patience: number) {
    this.#tries = tries;
    this.#patience = patience;
  }

  /** The answer; where tries are used up, the last refusal or the broken line's own error. */
  async carry(request: Request, send: (request: Request) => Promise<Response>): Promise<Response> {
    for (let attempt = 1; ; attempt += 1) {
      const wait = await this.#attempt(request, send, attempt);
      if (wait instanceof Response) return wait;
      await pause(wait, request.signal);
    }
  }

  /** The answer, or for how many seconds to wait before the next try. */
  async #attempt(
    request: Request,
    send: (request: Request) => Promise<Response>,
    attempt: number,
  ): Promise<Response | number> {
    const last = attempt >= this.#tries;
    try {
      const answer = await send(request.clone());
      if (last || !LATER.has(answer.status)) return answer;
      const wait = secondsUntil(answer.headers.get("Retry-After")) ?? growing(attempt);
      if (wait > this.#patience) return answer;
      await answer.body?.cancel();
      return wait;
    } catch (trouble) {
      const broken = trouble instanceof TypeError && !request.signal.aborted;
      if (last || !broken || !TWICE_IS_ONCE.has(request.method)) throw trouble;
      return growing(attempt);
    }
  }
}

/** Twice as long each time, and not all programs at the same moment. */
function growing(attempt: number): number {
  return FIRST_WAIT * 2 ** (attempt - 1) * (0.5 + Math.random());
}

/** `Retry-After`: seconds, or a moment (RFC 9110, 10.2.3). */
export function secondsUntil(header: string | null, now: number = Date.now()): number | undefined {
  if (header === null) return undefined;
  if (/^\d+$/.test(header.trim())) return Number(header);
  const moment = Date.parse(header);
  return Number.isNaN(moment) ? undefined : Math.max(0, (moment - now) / 1_000);
}

function pause(seconds: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    const ended = () => {
      clearTimeout(timer);
      reject(signal.reason);
    };
    const timer = setTimeout(() => {
      signal.removeEventListener("abort", ended);
      resolve();
    }, seconds * 1_000);
    if (signal.aborted) ended();
    else signal.addEventListener("abort", ended, { once: true });
  });
}
