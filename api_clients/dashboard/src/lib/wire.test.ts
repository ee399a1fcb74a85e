import { expect, test, vi } from "vitest";
import { answers, problem } from "@/testing/server";
import { api } from "./api";
import { signedIn } from "./signing-in";

test("a request that meets an ended session is sent again, the same, after the sign-in", async () => {
  let over = true;
  const asked = answers("post", "/api/v1/cases/{case_id}/notes/", () =>
    over ? problem(401, "not_authenticated", "Sign in.") : { id: "1" },
  );
  const sent = api.POST("/api/v1/cases/{case_id}/notes/", {
    params: { path: { case_id: "c" }, header: { "Idempotency-Key": "k-1" } },
    body: { text: "Typed for an hour." },
  });
  await vi.waitFor(() => expect(asked).toHaveLength(1));
  over = false;
  signedIn();
  expect((await sent).data).toMatchObject({ id: "1" });
  expect(asked.map((one) => one.body)).toEqual([
    { text: "Typed for an hour." },
    { text: "Typed for an hour." },
  ]);
  expect(asked.map((one) => one.headers.get("Idempotency-Key"))).toEqual(["k-1", "k-1"]);
});

test("everything that creates carries a key, so that a second try is not a second thing", async () => {
  const asked = answers("post", "/api/v1/cases/{case_id}/notes/", { id: "1" });
  await api.POST("/api/v1/cases/{case_id}/notes/", {
    params: { path: { case_id: "c" } },
    body: { text: "a" },
  });
  expect(asked[0]?.headers.get("Idempotency-Key")).toMatch(/^[\w-]{36}$/);
});

test("a request that needs a second step is sent again when one is set up", async () => {
  let missing = true;
  const asked = answers("post", "/api/v1/cases/{case_id}/notes/", () =>
    missing ? problem(403, "second_factor.required", "A second step is needed.") : { id: "1" },
  );
  const sent = api.POST("/api/v1/cases/{case_id}/notes/", {
    params: { path: { case_id: "c" } },
    body: { text: "Typed for an hour." },
  });
  await vi.waitFor(() => expect(asked).toHaveLength(1));
  missing = false;
  signedIn();
  expect((await sent).data).toMatchObject({ id: "1" });
  expect(asked.map((one) => one.body)).toEqual([
    { text: "Typed for an hour." },
    { text: "Typed for an hour." },
  ]);
});
