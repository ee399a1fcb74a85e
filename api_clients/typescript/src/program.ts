/** A partner's own program: signs in with its id and secret, renews its token, tries again where that is safe. */
import type { Client } from "openapi-fetch";
import { createDosjaClient, type paths } from "./client.js";
import { Pacing } from "./pacing.js";
import { Tokens } from "./tokens.js";

export interface ProgramOptions {
  /** The installation's address, such as `https://dosja.example`. `http` only to this very machine. */
  baseUrl: string;
  clientId: string;
  clientSecret: string;
  /** What the token may do; all that the client may, where nothing is said. */
  scopes?: readonly string[];
  /** How often one request is sent at most, the first time included. */
  tries?: number;
  /** The longest wait that is accepted before another try, in seconds. */
  patience?: number;
  /** Another way to send requests, for tests and for proxies. */
  fetch?: typeof fetch;
}

/**
 * A client for a program that runs on a server. Never in a browser: whoever opens the page would hold the secret.
 *
 * @throws TypeError where the address is not `https` (nor this very machine).
 */
export function createProgram(options: ProgramOptions): Client<paths> {
  const baseUrl = safeAddress(options.baseUrl);
  const send = options.fetch ?? fetch;
  const tokens = new Tokens({ ...options, baseUrl, send });
  const pacing = new Pacing(options.tries ?? 5, options.patience ?? 120);
  return createDosjaClient({
    baseUrl,
    fetch: (request) => pacing.carry(prepared(request), (one) => tokens.with(one, send)),
  });
}

function safeAddress(address: string): string {
  const url = new URL(address);
  const here = ["localhost", "127.0.0.1", "[::1]"].includes(url.hostname);
  if (url.protocol !== "https:" && !(url.protocol === "http:" && here)) {
    throw new TypeError(
      "Dosja is reached by https only: the secret and the complaints would travel in the open.",
    );
  }
  return url.origin;
}

/** Whatever creates something carries a key, the same on every try: it is created once. */
function prepared(request: Request): Request {
  if (request.method === "POST" && !request.headers.has("Idempotency-Key")) {
    request.headers.set("Idempotency-Key", crypto.randomUUID());
  }
  return request;
}
