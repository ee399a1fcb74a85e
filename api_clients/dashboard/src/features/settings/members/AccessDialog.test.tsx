import { screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { expect, test } from "vitest";
import type { Schemas } from "@/lib/api";
import { show } from "@/testing/render";
import { answers, problem } from "@/testing/server";
import { AccessDialog } from "./AccessDialog";

const ARTA: Schemas["Colleague"] = {
  user_id: "5d1d2a0c-0000-4000-8000-000000000001",
  email: "arta@example.org",
  name: "Arta",
  roles: ["caseworker"],
  since: "2026-01-01T08:00:00Z",
  has_password: true,
  has_second_factor: true,
  version: 1,
};
const LINK = "/api/v1/partners/{slug}/people/{user_id}/password_link/";

const open = (person = ARTA) => show(<AccessDialog slug="pif" person={person} onClose={() => undefined} />);

test("the link is shown once, for that person and nobody else", async () => {
  const link = "https://dosja.example/password/x/";
  answers("post", LINK, { link, mail: "by_hand", expires_at: "2026-01-02T08:00:00Z" });
  open();
  await userEvent.click(await screen.findByRole("button", { name: "Make a link for another password" }));
  expect(await screen.findByText("Hand this link to Arta and to nobody else")).toBeTruthy();
});

test("where it goes by mail nobody here sees it", async () => {
  answers("post", LINK, { link: null, mail: "waiting", expires_at: "2026-01-02T08:00:00Z" });
  open();
  await userEvent.click(await screen.findByRole("button", { name: "Make a link for another password" }));
  expect(await screen.findByText("A link is on its way to arta@example.org.")).toBeTruthy();
});

test("who may not do both is told so in the server's words", async () => {
  answers("post", LINK, () => problem(409, "member.another_person_needed", "Somebody else must do this."));
  open();
  await userEvent.click(await screen.findByRole("button", { name: "Make a link for another password" }));
  expect(await screen.findByText("Somebody else must do this.")).toBeTruthy();
});

test("there is nothing to take away from who has no second step", async () => {
  open({ ...ARTA, has_second_factor: false });
  expect(await screen.findByText("There is no second step now.")).toBeTruthy();
  expect(screen.queryByRole("button", { name: "Take the second step away" })).toBeNull();
});
