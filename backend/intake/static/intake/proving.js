/* Does a second of work in the background and sends the proof with the form: cheap for a person, dear for a
   program that floods a partner. Where it cannot be done the form goes without; nobody is turned away. */
"use strict";

(() => {
  const form = document.querySelector("form[data-challenge]");
  const proof = form && form.elements.proof;
  const subtle = window.crypto && window.crypto.subtle;
  if (!proof || !subtle) return;
  const MOST = 100000;

  const bytes = (hex) => Uint8Array.from(hex.match(/../g), (pair) => parseInt(pair, 16));
  const hex = (buffer) =>
    Array.from(new Uint8Array(buffer), (byte) => byte.toString(16).padStart(2, "0")).join("");

  // As altcha (version 2) asks: the number that, put behind the nonce, leads to a key that begins so.
  const solve = async (challenge) => {
    const { algorithm, cost, keyLength, keyPrefix, nonce, salt } = challenge.parameters;
    const [kind, hash] = algorithm.split("/");
    if (kind !== "PBKDF2") return;
    const begun = bytes(nonce);
    const tried = new Uint8Array(begun.length + 4);
    tried.set(begun);
    const way = { name: "PBKDF2", hash, salt: bytes(salt), iterations: cost };
    for (let counter = 0; counter < MOST; counter += 1) {
      new DataView(tried.buffer).setUint32(begun.length, counter);
      const key = await subtle.importKey("raw", tried, "PBKDF2", false, ["deriveBits"]);
      const derivedKey = hex(await subtle.deriveBits(way, key, keyLength * 8));
      if (derivedKey.startsWith(keyPrefix)) {
        proof.value = btoa(JSON.stringify({ challenge, solution: { counter, derivedKey } }));
        return;
      }
    }
  };

  solve(JSON.parse(form.dataset.challenge)).catch(() => {});
})();
