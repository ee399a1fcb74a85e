/** age files in the browser. The library is fetched when the first key is made or used, and never before. */

import type { Schemas } from "@/lib/api";

const library = () => import("age-encryption");

export interface KeyPair {
  secret: string;
  public: string;
}

/** What went wrong with a key file, in a word that the page turns into a sentence. */
export type KeyTrouble = "not_a_key_file" | "wrong_passphrase" | "wrong_key";

export class KeyError extends Error {
  constructor(readonly trouble: KeyTrouble) {
    super(trouble);
  }
}

const SECRET = /AGE-SECRET-KEY-1[0-9A-Z]+/;
const HEAD = "age-encryption.org/v1\n-> scrypt ";

export async function makeKeyPair(): Promise<KeyPair> {
  const age = await library();
  const secret = await age.generateX25519Identity();
  return { secret, public: await age.identityToRecipient(secret) };
}

/** A key to read one request with. Where the browser can, its private half cannot be taken out of it. */
export async function makeReaderKey(): Promise<{ key: CryptoKey | string; public: string }> {
  const age = await library();
  try {
    const pair = (await crypto.subtle.generateKey({ name: "X25519" }, false, [
      "deriveBits",
    ])) as CryptoKeyPair;
    return { key: pair.privateKey, public: await age.identityToRecipient(pair.privateKey) };
  } catch {
    const pair = await makeKeyPair();
    return { key: pair.secret, public: pair.public };
  }
}

/** A private key as a file that a passphrase opens; `age --decrypt` opens it, too. */
export async function keyFile(pair: KeyPair, passphrase: string): Promise<Uint8Array<ArrayBuffer>> {
  const age = await library();
  const encrypter = new age.Encrypter();
  encrypter.setPassphrase(passphrase);
  return Uint8Array.from(await encrypter.encrypt(`# public key: ${pair.public}\n${pair.secret}\n`));
}

/** The private key in a file. Raises KeyError. */
export async function openKeyFile(file: Uint8Array, passphrase: string): Promise<string> {
  if (!new TextDecoder().decode(file.slice(0, HEAD.length)).startsWith(HEAD))
    throw new KeyError("not_a_key_file");
  const age = await library();
  const decrypter = new age.Decrypter();
  decrypter.addPassphrase(passphrase);
  let text: string;
  try {
    text = await decrypter.decrypt(file, "text");
  } catch {
    throw new KeyError("wrong_passphrase");
  }
  const secret = SECRET.exec(text)?.[0];
  if (!secret) throw new KeyError("not_a_key_file");
  return secret;
}

export async function sealTo(recipient: string, text: string): Promise<string> {
  const age = await library();
  const encrypter = new age.Encrypter();
  encrypter.addRecipient(recipient);
  return toBase64(await encrypter.encrypt(text));
}

/** What is in an age file. Raises KeyError where the key does not open it. */
export async function openWith(key: CryptoKey | string, file: string): Promise<string> {
  const age = await library();
  const decrypter = new age.Decrypter();
  decrypter.addIdentity(key);
  try {
    return await decrypter.decrypt(fromBase64(file), "text");
  } catch {
    throw new KeyError("wrong_key");
  }
}

/** What a custodian unsealed, sealed again to who asked: what is wanted of it, and nothing else. */
export async function reseal(unsealed: Schemas["UnsealedIdentity"], own: string): Promise<string> {
  const sealing = await openWith(own, unsealed.wrapped);
  const told: unknown = JSON.parse(await openWith(sealing, unsealed.sealed));
  const wanted = unsealed.wanted.map((name) => [name, textIn(told, name)]);
  return sealTo(unsealed.reader_key, JSON.stringify(Object.fromEntries(wanted)));
}

export function textIn(told: unknown, name: string): string {
  const found = typeof told === "object" && told !== null ? Reflect.get(told, name) : "";
  return typeof found === "string" ? found : "";
}

/** Enough of a public key to compare it by voice. */
export function spoken(key: string): string {
  return (key.replace(/^age1/, "").slice(0, 20).match(/.{4}/g) ?? []).join(" ");
}

export function toBase64(bytes: Uint8Array): string {
  return btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(""));
}

export function fromBase64(text: string): Uint8Array {
  return Uint8Array.from(atob(text), (char) => char.charCodeAt(0));
}
