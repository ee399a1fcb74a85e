/** Signing in and out, as django-allauth speaks it to browsers. */
import { i18n } from "@lingui/core";
import { forgetDraftKey } from "@/lib/drafts";
import { csrfToken } from "@/lib/wire";

const BASE = "/_allauth/browser/v1";

export type Step = "done" | "code" | "refused" | "slow-down";

export interface Outcome {
  step: Step;
  /** The server's sentence about a refusal. */
  message?: string;
  /** What the second step takes, as allauth names it. */
  ways?: string[];
}

async function call(path: string, method: string, body?: object): Promise<{ status: number; body: Answer }> {
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
  return { status: answer.status, body: (await answer.json().catch(() => ({}))) as Answer };
}

interface Answer {
  data?: { flows?: { id: string; is_pending?: boolean; types?: string[] }[] };
  errors?: { message: string }[];
}

export async function signIn(email: string, password: string): Promise<Outcome> {
  // The first visit of a browser has no CSRF cookie yet: this answer brings one.
  if (!csrfToken()) await call("/auth/session", "GET");
  return read(await call("/auth/login", "POST", { email, password }));
}

/** The second factor: a code of the app, or one of the recovery codes. */
export async function sendCode(code: string): Promise<Outcome> {
  return read(await call("/auth/2fa/authenticate", "POST", { code }));
}

export async function signOut(): Promise<void> {
  await call("/auth/session", "DELETE").catch(() => undefined);
  forgetDraftKey();
  window.location.assign("/dashboard/");
}

function read({ status, body }: { status: number; body: Answer }): Outcome {
  if (status === 200 || status === 409) return { step: "done" };
  const second = body.data?.flows?.find((flow) => flow.id === "mfa_authenticate" && flow.is_pending);
  if (second) return { step: "code", ways: second.types };
  if (status === 429) return { step: "slow-down" };
  return { step: "refused", message: body.errors?.[0]?.message };
}
