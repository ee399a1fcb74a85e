/** The second step of one's own sign-in, as django-allauth speaks it to browsers. */
import { i18n } from "@lingui/core";
import { csrfToken } from "@/lib/wire";

const BASE = "/_allauth/browser/v1";
const TOTP = "/account/authenticators/totp";
const CODES = "/account/authenticators/recovery-codes";

export interface Answer<Data> {
  status: number;
  data?: Data;
  meta?: { secret?: string; totp_url?: string };
  errors?: { message: string; param?: string }[];
}

export interface Authenticator {
  type: "totp" | "recovery_codes" | "webauthn";
  /** Of a passkey. */
  id?: number;
  name?: string;
  created_at: number;
  last_used_at: number | null;
  unused_code_count?: number;
}

/** The server's sentence about a refusal. */
export class Refused extends Error {}

export async function call<Data>(path: string, method = "GET", body?: object): Promise<Answer<Data>> {
  const answer = await fetch(`${BASE}${path}`, {
    method,
    credentials: "same-origin",
    headers: {
      "Content-Type": "application/json",
      "X-CSRFToken": csrfToken(),
      "Accept-Language": i18n.locale,
    },
    body: body && JSON.stringify(body),
  });
  const read = (await answer.json().catch(() => ({}))) as Omit<Answer<Data>, "status">;
  return { ...read, status: answer.status };
}

async function done<Data>(path: string, method: string, body?: object): Promise<Data> {
  const answer = await call<Data>(path, method, body);
  if (answer.status !== 200 || answer.data === undefined)
    throw new Refused(answer.errors?.[0]?.message ?? "");
  return answer.data;
}

export async function authenticators(): Promise<Authenticator[]> {
  return done("/account/authenticators", "GET");
}

/** What an app needs to begin; asking anew makes a new secret. */
export async function newApp(): Promise<{ secret: string; address: string }> {
  const { meta } = await call(TOTP);
  return { secret: meta?.secret ?? "", address: meta?.totp_url ?? "" };
}

/** Shows once more that it is this person: by password, and by a code where there is an app already. */
export async function reauthenticate(password: string): Promise<void> {
  const answer = await call("/auth/reauthenticate", "POST", { password });
  if (answer.status !== 200) throw new Refused(answer.errors?.[0]?.message ?? "");
}

export async function addApp(code: string): Promise<void> {
  await done(TOTP, "POST", { code });
}

export async function removeApp(): Promise<void> {
  const answer = await call(TOTP, "DELETE");
  if (answer.status !== 200) throw new Refused(answer.errors?.[0]?.message ?? "");
}

/** New recovery codes; the ones before are worth nothing any more. */
export async function newCodes(): Promise<string[]> {
  return (await done<{ unused_codes: string[] }>(CODES, "POST")).unused_codes;
}
