/** Bearer tokens by OAuth 2.0 client credentials, fetched once for all requests that wait for one. */
export interface SignIn {
  baseUrl: string;
  clientId: string;
  clientSecret: string;
  scopes?: readonly string[];
  send: typeof fetch;
}

interface Token {
  value: string;
  /** By this process's own clock, in milliseconds. */
  until: number;
}

/** So long before its end a token is not used any more, in milliseconds. */
const MARGIN = 30_000;

/** The installation did not take the id and the secret. */
export class SignInError extends Error {
  override readonly name = "SignInError";

  constructor(
    readonly status: number,
    /** The code of RFC 6749, such as `invalid_client`. */
    readonly code: string,
  ) {
    super(`The program could not sign in (${status} ${code}).`);
  }
}

export class Tokens {
  readonly #signIn: SignIn;
  #token: Promise<Token> | undefined;

  constructor(signIn: SignIn) {
    this.#signIn = signIn;
  }

  /** Sends it as the program; once more with a new token where the old one had been ended. */
  async with(request: Request, send: typeof fetch): Promise<Response> {
    const held = await this.#held();
    const answer = await send(signed(request, held));
    if (answer.status !== 401) return answer;
    this.#forget(held);
    return send(signed(request, await this.#held()));
  }

  async #held(): Promise<Token> {
    this.#token ??= this.#fetched();
    const asked = this.#token;
    const token = await asked.catch((trouble) => {
      if (this.#token === asked) this.#token = undefined;
      throw trouble;
    });
    if (performance.now() < token.until) return token;
    if (this.#token === asked) this.#token = undefined;
    return this.#held();
  }

  #forget(token: Token): void {
    token.until = 0;
  }

  async #fetched(): Promise<Token> {
    const { baseUrl, clientId, clientSecret, scopes, send } = this.#signIn;
    const asked = performance.now();
    const body = new URLSearchParams({
      grant_type: "client_credentials",
      client_id: clientId,
      client_secret: clientSecret,
    });
    if (scopes) body.set("scope", scopes.join(" "));
    const answer = await send(new Request(`${baseUrl}/identity/o/api/token`, { method: "POST", body }));
    const said = (await answer.json().catch(() => ({}))) as Record<string, unknown>;
    if (!answer.ok) throw new SignInError(answer.status, String(said.error ?? said.code ?? "unknown"));
    return { value: String(said.access_token), until: asked + usable(said.expires_in) };
  }
}

/** For how many milliseconds a token is used; where nothing is said, until the server refuses it. */
function usable(expiresIn: unknown): number {
  if (typeof expiresIn !== "number") return Number.POSITIVE_INFINITY;
  const lasts = expiresIn * 1_000;
  // One that lasts hardly longer than the margin is used for half of its time.
  return Math.max(lasts - MARGIN, lasts / 2);
}

function signed(request: Request, token: Token): Request {
  const again = request.clone();
  again.headers.set("Authorization", `Bearer ${token.value}`);
  return again;
}
