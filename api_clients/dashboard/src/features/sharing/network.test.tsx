import { screen, waitFor } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { expect, test } from "vitest";
import type { Permission } from "@/lib/session";
import { show } from "@/testing/render";
import { answers } from "@/testing/server";
import { NetworkPage } from "./NetworkPage";

const ID = "22222222-2222-4222-8222-222222222222";
const row = {
  ...{ id: ID, from_partner: "akt", to_partner: "pif", direction: "in", case: null, state: "offered" },
  ...{ need: { code: "legal_aid", name: "Legal aid" }, place: null, language: "sq", urgency: "urgent" },
  ...{ fields: ["summary"], offered_at: "2026-03-01T10:00:00Z", expires_at: "2026-03-15T10:00:00Z" },
  ...{ decided_at: null, decline_reason: null, started_at: null, ended_at: null, service_outcome: null },
  version: 4,
};
const detail = (verbs: string[]) => ({
  ...row,
  ...{ note: null, decline_words: null, outcome_words: null, override_reason: null, offered_by: null },
  allowed_actions: verbs.map((verb) => ({ verb, code: null, reason: null })),
});
const permissions: Permission[] = ["view_cases", "read_complaints", "refer_cases"];

function network(verbs: string[]) {
  answers("get", "/api/v1/partners/", { next: null, results: [{ slug: "akt", name: "Aktiv" }] });
  answers("get", "/api/v1/me/draft-key/", { keys: [] });
  answers("get", "/api/v1/partner-referrals/{referral_id}/", detail(verbs));
  return answers("get", "/api/v1/partner-referrals/", { next: null, results: [row] });
}

test("what another partner asks is accepted from the version that was read", async () => {
  const listed = network(["accept", "decline"]);
  const accepted = answers("post", "/api/v1/partner-referrals/{referral_id}/accept/", detail([]));
  show(<NetworkPage />, { at: "/network", permissions });
  expect(await screen.findByText("Aktiv asks you to help a person")).toBeTruthy();
  expect(listed[0]?.query.getAll("state")).toEqual(["offered", "accepted", "in_service"]);
  await userEvent.click(await screen.findByRole("button", { name: "Accept" }));
  await waitFor(() => expect(accepted).toHaveLength(1));
  expect(accepted[0]?.headers.get("If-Match")).toBe('"4"');
});

test("a no needs its reason", async () => {
  network(["accept", "decline"]);
  const declined = answers("post", "/api/v1/partner-referrals/{referral_id}/decline/", detail([]));
  show(<NetworkPage />, { at: "/network", permissions });
  await userEvent.click(await screen.findByRole("button", { name: "Decline" }));
  expect(screen.getByRole("button", { name: "Decline" })).toHaveProperty("disabled", true);
  await userEvent.click(screen.getByRole("combobox", { name: /Why you say no/ }));
  await userEvent.click(await screen.findByRole("option", { name: "Outside of our area" }));
  await userEvent.click(screen.getByRole("button", { name: "Decline" }));
  await waitFor(() => expect(declined[0]?.body).toEqual({ reason: "outside_area", words: "" }));
});

test("only what the server allows is offered", async () => {
  network([]);
  show(<NetworkPage />, { at: "/network", permissions });
  await screen.findByText("Aktiv asks you to help a person");
  expect(screen.queryByRole("button", { name: "Accept" })).toBeNull();
  expect(screen.queryByRole("tab", { name: "Offered for good" })).toBeNull();
});
