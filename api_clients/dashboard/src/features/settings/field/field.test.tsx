import { screen, waitFor, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { expect, it } from "vitest";
import type { Schemas } from "@/lib/api";
import { show } from "@/testing/render";
import { answers, problem } from "@/testing/server";
import FieldPage from "./FieldPage";

const ACCESSES = "/api/v1/partners/{slug}/field_accesses/" as const;
const COLLECTED = "/api/v1/partners/{slug}/collected/" as const;

const access: Schemas["FieldAccess"] = {
  id: "33333333-3333-4333-8333-333333333333",
  name: "Tablet 2",
  user_name: "field-abcd2345",
  last_used_on: null,
  made_by: { id: "1", name: "Besa" },
  made_at: "2026-11-26T10:00:00Z",
  ended_at: null,
  version: 1,
};

const collected: Schemas["Collected"] = {
  id: "44444444-4444-4444-8444-444444444444",
  case: "55555555-5555-4555-8555-555555555555",
  reference: "PIF-2026-000007",
  access: "Tablet 2",
  arrived_at: "2026-11-26T10:00:00Z",
  files_missing: 1,
  receipt_given_at: null,
};

function open(accesses: Schemas["FieldAccess"][], came: Schemas["Collected"][]) {
  answers("get", ACCESSES, { next: null, results: accesses });
  answers("get", COLLECTED, { next: null, results: came });
  show(<FieldPage />, { permissions: ["manage_partner"], at: "/settings/field", route: "/settings/field/*" });
}

it("shows the password once, with the picture for the telephone", async () => {
  const made = answers("post", ACCESSES, {
    ...access,
    password: "aaaaa-bbbbb-ccccc-ddddd",
    address: "https://dosja.example/collect",
    kobo_address: "https://dosja.example/collect/kobo",
    collect_settings: "eJyrVkrPT0/NU7KqVkpMyczLLFayUoqtrQUAVR0HJQ==",
  });
  open([], []);
  const user = userEvent.setup();
  expect(await screen.findByText("There is no access yet.")).toBeTruthy();
  expect(await screen.findByText("Nothing has come from the field yet.")).toBeTruthy();
  await user.click(screen.getByRole("button", { name: "Make an access" }));
  await user.type(screen.getByRole("textbox", { name: /^For which telephone/ }), "Tablet 2");
  await user.click(screen.getByRole("button", { name: "Make it" }));
  expect(await screen.findByText("aaaaa-bbbbb-ccccc-ddddd")).toBeTruthy();
  expect(screen.getByTitle("Picture that sets ODK Collect up")).toBeTruthy();
  expect(made[0]?.body).toEqual({ name: "Tablet 2" });
  await user.click(screen.getByRole("button", { name: "I have kept it" }));
  await waitFor(() => expect(screen.queryByText("aaaaa-bbbbb-ccccc-ddddd")).toBeNull());
});

it("ends an access after asking, with the version that was seen", async () => {
  const ended = answers("post", `${ACCESSES}{access_id}/end/`, {
    ...access,
    ended_at: "2026-11-27T10:00:00Z",
  });
  open([access], []);
  const user = userEvent.setup();
  await user.click(await screen.findByRole("button", { name: "End the access" }));
  expect(ended).toHaveLength(0);
  const asked = await screen.findByRole("dialog");
  await user.click(within(asked).getByRole("button", { name: "End the access" }));
  await waitFor(() => expect(ended[0]?.headers.get("If-Match")).toBe('"1"'));
});

it("draws a receipt once and says what is still on the way", async () => {
  const drawn = answers("post", `${COLLECTED}{submission_id}/receipt/`, {
    number: "12345678",
    secret: "1",
    formatted: "1234 5678\n1111",
  });
  open([], [collected]);
  const user = userEvent.setup();
  expect(await screen.findByText("1 file has not come")).toBeTruthy();
  await user.click(screen.getByRole("button", { name: "Draw the receipt" }));
  const asked = await screen.findByRole("dialog");
  await user.click(within(asked).getByRole("button", { name: "Draw the receipt" }));
  expect(await screen.findByText(/1234 5678/)).toBeTruthy();
  expect(drawn).toHaveLength(1);
});

it("says why a receipt was not drawn", async () => {
  answers("post", `${COLLECTED}{submission_id}/receipt/`, () =>
    problem(409, "collecting.receipt_given", "The receipt was handed out before."),
  );
  open([], [collected]);
  const user = userEvent.setup();
  await user.click(await screen.findByRole("button", { name: "Draw the receipt" }));
  const asked = await screen.findByRole("dialog");
  await user.click(within(asked).getByRole("button", { name: "Draw the receipt" }));
  expect(await screen.findByText("The receipt was handed out before.")).toBeTruthy();
});
