/** Passkeys of one's own sign-in: what the server asks is handed to the device, what it says is handed back. */
import { type Answer, call, Refused } from "./second-factor";

const PASSKEYS = "/account/authenticators/webauthn";

interface Options {
  creation_options?: { publicKey: PublicKeyCredentialCreationOptionsJSON };
  request_options?: { publicKey: PublicKeyCredentialRequestOptionsJSON };
}

/** Whether this browser can hold or reach a passkey at all. */
export function passkeysWork(): boolean {
  return typeof PublicKeyCredential === "function" && "parseCreationOptionsFromJSON" in PublicKeyCredential;
}

/** Asks the device for a new one; the person has shown once more who it is. */
export async function addPasskey(name: string): Promise<void> {
  const { data } = await call<Options>(PASSKEYS);
  if (!data?.creation_options) throw new Refused("");
  const publicKey = PublicKeyCredential.parseCreationOptionsFromJSON(data.creation_options.publicKey);
  const credential = await navigator.credentials.create({ publicKey });
  sure(await call(PASSKEYS, "POST", { name, credential }));
}

export async function renamePasskey(id: number, name: string): Promise<void> {
  sure(await call(PASSKEYS, "PUT", { id, name }));
}

export async function removePasskey(id: number): Promise<void> {
  sure(await call(PASSKEYS, "DELETE", { authenticators: [id] }));
}

/** Shows the passkey at the sign-in: as its second step, or alone. */
export async function showPasskey(door: "authenticate" | "login"): Promise<void> {
  const { data } = await call<Options>(`/auth/webauthn/${door}`);
  if (!data?.request_options) throw new Refused("");
  const publicKey = PublicKeyCredential.parseRequestOptionsFromJSON(data.request_options.publicKey);
  const credential = await navigator.credentials.get({ publicKey });
  sure(await call(`/auth/webauthn/${door}`, "POST", { credential }));
}

function sure(answer: Answer<unknown>): void {
  if (answer.status !== 200) throw new Refused(answer.errors?.[0]?.message ?? "");
}
