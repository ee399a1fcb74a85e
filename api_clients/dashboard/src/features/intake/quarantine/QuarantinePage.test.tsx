import { screen, waitFor, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { expect, test } from "vitest";
import type { Schemas } from "@/lib/api";
import { show } from "@/testing/render";
import { answers } from "@/testing/server";
import QuarantinePage from "./QuarantinePage";

type Waiting = Schemas["Quarantined"];

function waiting(number: number, reasons: Waiting["reasons"]): Waiting {
  return {
    id: `${number}3333333-3333-4333-8333-333333333333`,
    partner: "pif",
    arrived_at: "2026-05-04T07:00:00Z",
    overdue: false,
    reasons,
    kind: "public_service",
    complainant_kind: "anonymous",
    language: "sq",
    category: null,
    institution: null,
    place: null,
    beginning: `Breshër ${number}`,
  };
}

const ONE = waiting(1, ["trap_filled"]);
const TWO = waiting(2, ["many_unproven"]);

function queue() {
  let rows = [ONE, TWO];
  const reasons = [
    { reason: "trap_filled", count: 1 },
    { reason: "many_unproven", count: 1 },
  ];
  answers("get", "/api/v1/quarantine/", () => ({ next: null, results: rows }));
  answers("get", "/api/v1/quarantine/count/", () => ({ count: 2, capped: false, overdue: 0, reasons }));
  const gone = (ids: string[]) => {
    rows = rows.filter((row) => !ids.includes(row.id));
  };
  return gone;
}

test("many are released at once, chosen by their reason; what became of them is told", async () => {
  const gone = queue();
  const sent = answers("post", "/api/v1/quarantine/release/", ({ body }) => {
    const { ids } = body as { ids: string[] };
    gone(ids);
    return { results: ids.map((id) => ({ id, done: true, case: "c", reference: "PIF-2026-000009" })) };
  });
  show(<QuarantinePage />);
  const reasons = await screen.findByRole("group", { name: "Choose by reason" });
  await userEvent.click(within(reasons).getByRole("button", { name: /^Very many complaints without/ }));
  await userEvent.click(screen.getByRole("button", { name: "Release 1" }));
  const link = await screen.findByRole("link", { name: "PIF-2026-000009" });
  expect(link.getAttribute("href")).toBe("/intake?case=c");
  expect(sent[0]?.body).toEqual({ ids: [TWO.id] });
  await waitFor(() => expect(screen.queryByText("Breshër 2")).toBeNull());
  expect(screen.getByText("Breshër 1")).toBeTruthy();
});

test("deleting asks first, because nothing brings it back", async () => {
  queue();
  const sent = answers("post", "/api/v1/quarantine/delete/", { results: [] });
  show(<QuarantinePage />);
  await userEvent.click(await screen.findByRole("checkbox", { name: "All that are shown" }));
  await userEvent.click(screen.getByRole("button", { name: "Delete 2" }));
  expect(await screen.findByText(/destroyed for good, and their receipts/)).toBeTruthy();
  await userEvent.click(screen.getByRole("button", { name: "Cancel" }));
  expect(sent).toEqual([]);
});

test("keys choose and release", async () => {
  queue();
  const sent = answers("post", "/api/v1/quarantine/release/", { results: [] });
  show(<QuarantinePage />);
  await screen.findByText("Breshër 1");
  await userEvent.keyboard("jjxr");
  await waitFor(() => expect(sent).toHaveLength(1));
  expect(sent[0]?.body).toEqual({ ids: [TWO.id] });
});
