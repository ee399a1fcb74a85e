import { screen, waitFor, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { expect, test } from "vitest";
import { ARTA, show } from "@/testing/render";
import { answers, problem } from "@/testing/server";
import { CaseLinks } from "./CaseLinks";
import { CasePresence } from "./CasePresence";

const ID = "22222222-2222-4222-8222-222222222222";
const OTHER = "33333333-3333-4333-8333-333333333333";
const BESA = { id: "44444444-4444-4444-8444-444444444444", name: "Besa" };

const event = (id: number, actor: object | null, actor_kind = "staff") => ({
  id,
  at: "2026-03-02T10:00:00Z",
  action: "case.note_added",
  actor_kind,
  actor,
});
const here = (version: number, newest: object, others: object[] = []) => ({
  others,
  version,
  newest,
  again_in: 0.05,
});

test("two people on one case see each other, and what the other changed", async () => {
  let now = here(3, event(7, ARTA), [BESA]);
  const asked = answers("post", "/api/v1/cases/{case_id}/presence/", () => now);
  const { unmount } = show(<CasePresence caseId={ID} version={3} />);
  expect(await screen.findByText("Also here: Besa")).toBeTruthy();
  expect(screen.queryByText(/has changed/)).toBeNull();
  now = here(3, event(8, BESA), [BESA]);
  expect(await screen.findByText("Besa has changed something here.")).toBeTruthy();
  await userEvent.click(screen.getByRole("button", { name: "Show what is new" }));
  expect(screen.queryByText(/has changed/)).toBeNull();
  expect(asked[0]?.headers.get("Dosja-By-Itself")).toBe("1");
  unmount();
  await waitFor(() => expect(asked.at(-1)?.body).toEqual({ leaving: true }));
});

test("what one did oneself is no news, and a newer version always is", async () => {
  let now = here(3, event(7, ARTA));
  answers("post", "/api/v1/cases/{case_id}/presence/", () => now);
  show(<CasePresence caseId={ID} version={3} />);
  now = here(4, event(9, ARTA));
  await new Promise((soon) => setTimeout(soon, 200));
  expect(screen.queryByRole("button")).toBeNull();
  now = here(5, event(10, null, "complainant"));
  expect(await screen.findByText("The complainant was here.")).toBeTruthy();
});

function aCase(id: string, reference: string, version: number, verbs: string[], owner = "pif") {
  return {
    ...{ id, reference, owner, version, kind: "public_service", state: "open", stage: "referral" },
    ...{ category: null, institution: null, place: null, assignee: null, summary: "Kadastra", tags: [] },
    ...{ opened_at: "2026-03-01T10:00:00Z", restricted: false, people: [] },
    allowed_actions: verbs.map((verb) => ({ verb, code: null, reason: null })),
  };
}

function twoAlike(owner = "pif") {
  const cases = [
    aCase(ID, "PIF-2026-000001", 3, ["mark_duplicate"], owner),
    aCase(OTHER, "PIF-2026-000002", 5, ["mark_duplicate"]),
  ];
  answers(
    "get",
    "/api/v1/cases/{case_id}/",
    ({ params }) => cases.find((one) => one.id === params.case_id) ?? {},
  );
  answers("get", "/api/v1/cases/{case_id}/complaint/", ({ params }) => ({
    narrative: `Words of ${params.case_id === ID ? "one" : "the other"}`,
    language: "sq",
  }));
  answers("get", "/api/v1/cases/{case_id}/links/", { next: null, results: [] });
  answers("get", "/api/v1/cases/{case_id}/merges/", { next: null, results: [] });
  answers("get", "/api/v1/cases/", { next: null, results: [] });
  const why = [{ code: "same_contact", label: "The same telephone" }];
  const suggestion = { case: cases[1] ?? null, strength: "likely", why, words: [] };
  answers("get", "/api/v1/cases/{case_id}/duplicates/", { suggestions: [suggestion] });
  answers("get", "/api/v1/me/draft-key/", { keys: [] });
}

const WORKS = { permissions: ["view_cases", "read_complaints", "work_cases", "triage_cases"] as const };

test("a suggested duplicate is compared and merged, from the versions that were looked at", async () => {
  twoAlike();
  const merged = answers("post", "/api/v1/cases/{case_id}/merges/", {}, 201);
  show(<CaseLinks caseId={ID} />, { permissions: [...WORKS.permissions] });
  expect(await screen.findByText("The same telephone")).toBeTruthy();
  await userEvent.click(screen.getByRole("button", { name: "Compare" }));
  const dialog = await screen.findByRole("dialog");
  expect(await within(dialog).findByText("Words of one")).toBeTruthy();
  expect(await within(dialog).findByText("Words of the other")).toBeTruthy();
  await userEvent.click(within(dialog).getByRole("radio", { name: "PIF-2026-000002" }));
  await userEvent.click(
    within(dialog).getByRole("button", { name: "Merge PIF-2026-000002 into PIF-2026-000001" }),
  );
  await waitFor(() => expect(merged).toHaveLength(1));
  expect(merged[0]?.params.case_id).toBe(ID);
  expect(merged[0]?.headers.get("If-Match")).toBe('"3"');
  expect(merged[0]?.body).toEqual({ other: OTHER, other_version: 5, message: "" });
});

test("a refused merge says why and keeps both sides on the screen", async () => {
  twoAlike();
  answers("post", "/api/v1/cases/{case_id}/merges/", () => problem(412, "stale", "Somebody changed it."));
  show(<CaseLinks caseId={ID} />, { permissions: [...WORKS.permissions] });
  await userEvent.click(await screen.findByRole("button", { name: "Compare" }));
  const dialog = await screen.findByRole("dialog");
  await userEvent.click(await within(dialog).findByRole("button", { name: /^Merge/ }));
  expect(await within(dialog).findByText("Somebody changed it.")).toBeTruthy();
  expect(within(dialog).getByText("Words of one")).toBeTruthy();
});

test("on another partner's case nothing is offered that would be refused", async () => {
  twoAlike("akt");
  show(<CaseLinks caseId={ID} />, { permissions: [...WORKS.permissions] });
  expect(await screen.findByText("No case is linked to this one.")).toBeTruthy();
  expect(screen.queryByText("Possible duplicates")).toBeNull();
  expect(screen.queryByRole("button", { name: "Link" })).toBeNull();
});
