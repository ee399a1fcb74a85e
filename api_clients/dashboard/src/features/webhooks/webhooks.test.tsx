import { screen, waitFor } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { expect, it } from "vitest";
import { show } from "@/testing/render";
import { answers } from "@/testing/server";
import type { Delivery, Webhook } from "./api";
import { WebhookPages } from "./WebhookPages";

const ID = "33333333-3333-4333-8333-333333333333";
const AT = "/api/v1/partners/{slug}/webhooks/" as const;

const webhook: Webhook = {
  id: ID,
  address: "https://example.org/hooks",
  description: "Our site",
  events: ["case.received"],
  is_on: true,
  off_because: null,
  off_at: null,
  last_success_at: null,
  failing_since: null,
  previous_secret_until: null,
  created_by: { id: "1", name: "Besa" },
  created_at: "2026-11-26T10:00:00Z",
  version: 4,
};

const delivery: Delivery = {
  id: "44444444-4444-4444-8444-444444444444",
  message_id: "msg_1",
  event: "case.received",
  state: "failed",
  tries: 10,
  next_try_at: null,
  delivered_at: null,
  created_at: "2026-11-26T10:00:00Z",
};

function open(at: string) {
  show(<WebhookPages />, {
    permissions: ["manage_partner"],
    at,
    route: "/settings/webhooks/*",
  });
}

it("shows the secret once, when a webhook is added", async () => {
  answers("get", AT, { next: null, results: [] });
  const made = answers("post", AT, { ...webhook, secret: "whsec_once" });
  open("/settings/webhooks");
  const user = userEvent.setup();
  expect(await screen.findByText("There is no webhook.")).toBeTruthy();
  await user.click(screen.getByRole("button", { name: "Add a webhook" }));
  await user.type(screen.getByRole("textbox", { name: /^Address/ }), "https://example.org/hooks");
  await user.click(screen.getByRole("checkbox", { name: "A complainant wrote" }));
  await user.click(screen.getByRole("button", { name: "Add" }));
  expect(await screen.findByText("whsec_once")).toBeTruthy();
  expect(made[0]?.body).toMatchObject({ address: "https://example.org/hooks" });
  expect(JSON.stringify(made[0]?.body)).not.toContain("message.received");
});

it("switches off with the version that was seen", async () => {
  answers("get", AT, { next: null, results: [webhook] });
  const changed = answers("patch", `${AT}{webhook_id}/`, { ...webhook, is_on: false });
  open("/settings/webhooks");
  await userEvent.click(await screen.findByRole("switch", { name: "Switched on" }));
  await waitFor(() => expect(changed[0]?.body).toEqual({ is_on: false }));
  expect(changed[0]?.headers.get("If-Match")).toBe('"4"');
});

it("shows why a try failed and sends again", async () => {
  answers("get", `${AT}{webhook_id}/deliveries/`, { next: null, results: [delivery] });
  const detail = {
    ...delivery,
    attempts: [{ at: "2026-11-26T10:00:00Z", status: 503, problem: "status" as const, milliseconds: 12 }],
    body: null,
  };
  answers("get", `${AT}{webhook_id}/deliveries/{delivery_id}/`, detail);
  const again = answers("post", `${AT}{webhook_id}/deliveries/{delivery_id}/replay/`, detail);
  open(`/settings/webhooks/${ID}`);
  const user = userEvent.setup();
  await user.click(await screen.findByRole("button", { name: "Tries" }));
  expect(screen.getAllByText("Given up").length).toBeGreaterThan(0);
  expect(await screen.findByText(/HTTP 503/)).toBeTruthy();
  await user.click(screen.getByRole("button", { name: "Send again" }));
  await waitFor(() => expect(again).toHaveLength(1));
});
