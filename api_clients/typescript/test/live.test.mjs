/** The built package against a running installation: DOSJA_URL, DOSJA_CLIENT_ID, DOSJA_CLIENT_SECRET, DOSJA_PARTNER. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { createDosjaClient, createProgram, every, ProblemError, SignInError, told } from "@dosja/client";

const { DOSJA_URL: baseUrl, DOSJA_CLIENT_ID: clientId, DOSJA_CLIENT_SECRET: clientSecret } = process.env;
const PARTNER = process.env.DOSJA_PARTNER;
const program = (options = {}) => createProgram({ baseUrl, clientId, clientSecret, ...options });

const complaint = () => ({
  partner: PARTNER,
  kind: "public_service",
  complainant_kind: "anonymous",
  language: "sq",
  narrative: `Pres prej muajsh. ${crypto.randomUUID()}`,
  wish: "Dua përgjigje.",
  category: "delay",
  place: "al-shkoder-puke",
  consents: [{ purpose: "processing", text_version: "2026-01" }],
});

const isToken = (request) => request.url.endsWith("/o/api/token");

/** Sends requests and keeps what was sent; `spoil(request, number)` may answer in the server's place. */
function line(spoil = () => undefined) {
  const sent = [];
  const send = async (request) => {
    sent.push(request.clone());
    const number = sent.filter((one) => isToken(one) === isToken(request)).length;
    return (await spoil(request, number, () => fetch(request))) ?? fetch(request);
  };
  return { sent, send };
}

test("a program signs in once for many requests", async () => {
  const { sent, send } = line();
  const dosja = program({ fetch: send });
  const [me] = await Promise.all([told(dosja.GET("/api/v1/me/")), told(dosja.GET("/api/v1/tasks/"))]);
  assert.equal(me.kind, "client");
  assert.equal(sent.filter(isToken).length, 1);
});

test("every case comes, page after page, and each once", async () => {
  const dosja = program();
  for (let made = 0; made < 5; made += 1)
    await told(dosja.POST("/api/v1/complaints/", { body: complaint() }));
  const ids = [];
  let pages = 0;
  for await (const one of every((cursor) => {
    pages += 1;
    return dosja.GET("/api/v1/cases/", { params: { query: { cursor, page_size: 2 } } });
  }))
    ids.push(one.id);
  assert.ok(pages >= 3 && ids.length >= 5);
  assert.equal(new Set(ids).size, ids.length);
});

test("a complaint whose answer was lost on the way is filed once", async () => {
  const { sent, send } = line(async (request, number, go) => {
    if (request.method !== "POST" || isToken(request) || number > 2) return undefined;
    await go();
    throw new TypeError("The line broke.");
  });
  const body = complaint();
  const filed = await told(program({ fetch: send }).POST("/api/v1/complaints/", { body }));
  const tries = sent.filter((one) => !isToken(one));
  assert.equal(tries.length, 3);
  assert.equal(new Set(tries.map((one) => one.headers.get("Idempotency-Key"))).size, 1);
  const found = await told(
    program().GET("/api/v1/cases/", { params: { query: { search: filed.reference } } }),
  );
  assert.equal(found.results.length, 1);
});

test("who is told to come later comes then, and not before", async () => {
  const { send } = line((request, number) =>
    !isToken(request) && number === 1
      ? new Response(null, { status: 503, headers: { "Retry-After": "1" } })
      : undefined,
  );
  const began = performance.now();
  await told(program({ fetch: send }).GET("/api/v1/me/"));
  assert.ok(performance.now() - began >= 1_000);
});

test("a wait beyond all patience is told instead of waited for", async () => {
  const { send } = line((request) =>
    isToken(request) ? undefined : new Response(null, { status: 429, headers: { "Retry-After": "3600" } }),
  );
  await assert.rejects(told(program({ fetch: send }).GET("/api/v1/me/")), { status: 429 });
});

test("a token that was ended is renewed, once", async () => {
  const { sent, send } = line((request, number) => {
    if (!isToken(request) && number === 1) request.headers.set("Authorization", "Bearer ended");
    return undefined;
  });
  await told(program({ fetch: send }).GET("/api/v1/me/"));
  assert.equal(sent.filter(isToken).length, 2);
});

test("a refusal carries the server's code and sentence", async () => {
  const path = { case_id: crypto.randomUUID() };
  await assert.rejects(told(program().GET("/api/v1/cases/{case_id}/", { params: { path } })), (refused) => {
    assert.ok(refused instanceof ProblemError);
    assert.deepEqual([refused.status, refused.code], [404, "not_found"]);
    return true;
  });
});

test("a wrong secret is told without repeating it", async () => {
  const dosja = program({ clientSecret: "not-the-secret" });
  await assert.rejects(told(dosja.GET("/api/v1/me/")), (refused) => {
    assert.ok(refused instanceof SignInError);
    assert.equal(refused.code, "invalid_client");
    assert.ok(!`${refused.stack}`.includes("not-the-secret"));
    return true;
  });
});

test("the secret leaves by https only", () => {
  assert.throws(() => program({ baseUrl: "http://dosja.example" }), TypeError);
});

test("a page without a secret asks for what is public", async () => {
  const found = await told(createDosjaClient({ baseUrl }).GET("/api/v1/categories/"));
  assert.ok(found.results.length > 0);
});
