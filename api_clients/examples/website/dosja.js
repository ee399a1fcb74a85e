// What the page says to Dosja: one complaint and its files, however often they have to be sent.
const { dosja, partner, formKey } = document.body.dataset;
const TRIES = 4;
const LONGEST_WAIT = 20;

/** No answer came, or none that can be told apart from none: what was sent may have arrived. */
export class Unsure extends Error {}

/** The server said no: `errors` are `{field, code, message}`, in the language that was asked for. */
export class Refused extends Error {
  constructor({ title = "", errors = [], code = "" }) {
    super(title);
    Object.assign(this, { errors, code });
  }
}

export const form = () => asked(`forms/${partner}/`);
export const address = (path) => new URL(path, dosja).href;

/** Files one complaint. `file` may be called again until it gives the receipt: nothing is filed or sent twice. */
export class Sending {
  #key = crypto.randomUUID();
  #uploads = new Map();
  #unsure = [];

  /** The receipt; `earlier` where another try had arrived, and what was changed since has not. */
  async file(complaint, files, language, proof) {
    const named = [];
    for (const one of files) named.push(await this.#uploaded(one, language));
    const newest = JSON.stringify({ ...complaint, files: named });
    const tries = [newest, ...this.#unsure.filter((body) => body !== newest)];
    for (const body of tries) {
      try {
        return { ...(await this.#filed(body, language, proof)), earlier: body !== newest };
      } catch (error) {
        if (error.code !== "idempotency.key_reused" || body === tries.at(-1)) throw error;
      }
    }
  }

  async #filed(body, language, proof) {
    const headers = { "Content-Type": "application/json", "Idempotency-Key": this.#key };
    if (proof) headers["X-Proof-Of-Work"] = proof;
    try {
      return await asked("complaints/", { method: "POST", body, headers }, language);
    } catch (error) {
      if (error instanceof Unsure) this.#unsure.push(body);
      throw error;
    }
  }

  async #uploaded(file, language) {
    const upload = this.#uploads.get(file) ?? { key: crypto.randomUUID() };
    this.#uploads.set(file, upload);
    upload.kept ??= await sentAhead(file, upload.key, language);
    return upload.kept;
  }
}

async function sentAhead(file, key, language) {
  const body = new FormData();
  body.append("file", file);
  try {
    const request = { method: "POST", body, headers: { "Idempotency-Key": key } };
    const { id, token, name } = await asked("complaints/files/", request, language);
    return { id, token, name };
  } catch (error) {
    if (error instanceof Unsure) throw error;
    const [{ message, code }] = error.errors.length ? error.errors : [{ message: error.message, code: error.code }];
    throw new Refused({ errors: [{ field: "files", code, message: `${file.name}: ${message}` }] });
  }
}

/** The JSON of an answer. Asks again with patience; throws Refused, or Unsure when patience ends. */
async function asked(path, { headers, ...request } = {}, language = "") {
  const said = { ...headers, ...(request.method ? { "X-Form-Key": formKey, "Accept-Language": language } : {}) };
  for (let tries = 1; ; tries += 1) {
    const options = { ...request, headers: said, credentials: "omit", referrerPolicy: "no-referrer" };
    const answer = await fetch(address(`/api/v1/${path}`), options).catch(() => null);
    const told = answer && (await answer.json().catch(() => null));
    if (told && answer.ok) return told;
    const wait = waiting(answer, tries);
    if (wait === null && told && answer.status < 500) throw new Refused(told);
    if (wait === null || tries === TRIES) throw new Unsure();
    await new Promise((go) => setTimeout(go, wait * 1000));
  }
}

/** Seconds until the same may be sent again; null where that helps nothing or takes too long. */
function waiting(answer, tries) {
  const seconds = Number(answer?.headers.get("Retry-After") ?? (answer && answer.status < 500 ? NaN : tries));
  return seconds <= LONGEST_WAIT ? seconds : null;
}

/** A second of work that tells this visitor from a flood (docs/abuse.md). Empty where it cannot be done. */
export async function proof() {
  const challenge = await asked("complaints/challenge/");
  const { algorithm, cost, keyLength, keyPrefix, nonce, salt } = challenge.parameters;
  const way = { name: "PBKDF2", hash: algorithm.split("/")[1], salt: bytes(salt), iterations: cost };
  const tried = new Uint8Array([...bytes(nonce), 0, 0, 0, 0]);
  for (let counter = 0; counter < 100_000; counter += 1) {
    new DataView(tried.buffer).setUint32(tried.length - 4, counter);
    const key = await crypto.subtle.importKey("raw", tried, "PBKDF2", false, ["deriveBits"]);
    const derivedKey = hex(await crypto.subtle.deriveBits(way, key, keyLength * 8));
    if (derivedKey.startsWith(keyPrefix)) return btoa(JSON.stringify({ challenge, solution: { counter, derivedKey } }));
  }
  return "";
}

const bytes = (text) => Uint8Array.from(text.match(/../g), (pair) => parseInt(pair, 16));
const hex = (buffer) => Array.from(new Uint8Array(buffer), (one) => one.toString(16).padStart(2, "0")).join("");
