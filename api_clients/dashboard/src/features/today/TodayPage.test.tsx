import { screen, waitFor, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { expect, test } from "vitest";
import { show } from "@/testing/render";
import { answers, problem } from "@/testing/server";
import type { TaskPart, Today } from "./parts";
import { placeOf } from "./places";
import { TodayPage } from "./TodayPage";

const CASE = {
  id: "22222222-2222-4222-8222-222222222222",
  reference: "PIF-2026-000001",
  kind: "public_service" as const,
  severity: 2 as const,
  category: { code: "delay", name: "Delay" },
  summary: "",
};
type Task = NonNullable<Today["overdue"]>["rows"][number];

function task(more: Partial<Task> = {}): Task {
  return {
    id: "33333333-3333-4333-8333-333333333333",
    kind: "hearing",
    label: "",
    title: null,
    due_on: "2020-01-02",
    due_time: null,
    state: "open",
    made_by: "rule",
    team: "pif",
    assignee: null,
    case: CASE,
    referral: null,
    about: null,
    created_at: "2020-01-01T08:00:00Z",
    done_by: null,
    done_at: null,
    allowed_actions: ["done", "drop", "take"],
    version: 4,
    institution: { code: "al-cadastre", name: "Cadastre" },
    referral_version: null,
    ...more,
  };
}

function part(rows: Task[], count = rows.length): NonNullable<Today[TaskPart]> {
  const query = {
    whose: "mine" as const,
    kind: ["hearing" as const],
    nobodys: false,
    due_from: null,
    due_until: null,
  };
  return { count, capped: false, rows, query };
}

const EMPTY: Today = {
  day: "2026-05-04",
  overdue: part([]),
  silent: part([]),
  answered: part([]),
  written: part([]),
  approvals: null,
  offers: null,
  week: part([]),
  nobodys: part([]),
  new: null,
  mail: null,
  quarantine: null,
  identities: null,
};

test("each row is a click away from being done, and what is done is gone", async () => {
  let day: Today = { ...EMPTY, overdue: part([task()]) };
  answers("get", "/api/v1/today/", () => day);
  const sent = answers("post", "/api/v1/tasks/{task_id}/done/", () => {
    day = EMPTY;
    return task({ state: "done" });
  });
  show(<TodayPage />);
  const overdue = await screen.findByRole("region", { name: "Overdue" });
  expect(within(overdue).getByText(/PIF-2026-000001 · Cadastre · Delay/)).toBeTruthy();
  await userEvent.click(within(overdue).getByRole("button", { name: /^Done: A hearing/ }));
  await waitFor(() => expect(screen.queryByRole("region", { name: "Overdue" })).toBeNull());
  expect(sent[0]?.headers.get("If-Match")).toBe('"4"');
  expect(screen.getByText(/Nothing is overdue\./)).toBeTruthy();
});

test("the keyboard alone goes from row to row and does them", async () => {
  answers("get", "/api/v1/today/", {
    ...EMPTY,
    overdue: part([task()]),
    nobodys: part([task({ id: "44444444-4444-4444-8444-444444444444", version: 7 })]),
  });
  const taken = answers("post", "/api/v1/tasks/{task_id}/take/", task());
  show(<TodayPage />);
  await screen.findByRole("region", { name: "Overdue" });
  await userEvent.keyboard("jjt");
  await waitFor(() => expect(taken).toHaveLength(1));
  expect(taken[0]?.params.task_id).toBe("44444444-4444-4444-8444-444444444444");
  expect(taken[0]?.headers.get("If-Match")).toBe('"7"');
});

test("what the server does not allow has no button", async () => {
  answers("get", "/api/v1/today/", { ...EMPTY, overdue: part([task({ allowed_actions: [] })]) });
  show(<TodayPage />);
  const overdue = await screen.findByRole("region", { name: "Overdue" });
  expect(within(overdue).queryAllByRole("button")).toEqual([]);
});

test("a letter is read where it is approved", async () => {
  const referral = "55555555-5555-4555-8555-555555555555";
  answers("get", "/api/v1/today/", {
    ...EMPTY,
    approvals: part([task({ kind: "approval_wanted", referral })]),
  });
  show(<TodayPage />);
  const link = await screen.findByRole("link", { name: /^Read and approve/ });
  expect(link.getAttribute("href")).toBe(`/cases/${CASE.id}/referrals/${referral}`);
});

test("all of a part is the work list with the part's own query", async () => {
  answers("get", "/api/v1/today/", { ...EMPTY, overdue: part([task()], 30) });
  const asked = answers("get", "/api/v1/tasks/", {
    next: null,
    results: [task(), task({ id: "6", title: "Call" })],
  });
  show(<TodayPage />);
  await userEvent.click(await screen.findByRole("button", { name: "Show all" }));
  expect(await screen.findByText("Call")).toBeTruthy();
  expect(asked[0]?.query.getAll("kind")).toEqual(["hearing"]);
  expect(asked[0]?.query.get("whose")).toBe("mine");
  expect(asked[0]?.query.get("partner")).toBe("pif");
  expect(asked[0]?.query.has("cursor")).toBe(false);
});

test("a role without daily work is told so, and a failure can be tried again", async () => {
  answers("get", "/api/v1/today/", () => problem(503, "busy", "Too busy."));
  show(<TodayPage />);
  const again = await screen.findByRole("button", { name: "Try again" }, { timeout: 15_000 });
  const nothing = Object.fromEntries(Object.keys(EMPTY).map((name) => [name, null]));
  answers("get", "/api/v1/today/", { ...nothing, day: "2026-05-04" });
  await userEvent.click(again);
  expect(await screen.findByText(/Your role has no daily work here/)).toBeTruthy();
});

test("every task leads to where it is done", () => {
  const referral = "r";
  expect(placeOf({ kind: "answer_arrived", case: { id: "c" }, referral })).toBe("/cases/c/referrals/r");
  expect(placeOf({ kind: "complainant_wrote", case: { id: "c" }, referral: null })).toBe(
    "/cases/c?part=conversation",
  );
  expect(placeOf({ kind: "transfer_offer", case: null, referral: null })).toBe("/network");
});

test("who decides on identities is told how many wait, and who asked finds the case", async () => {
  const own = { id: "1", state: "approved" as const, case: { id: "c1", reference: "PIF-2026-000009" } };
  const day: Today = { ...EMPTY, identities: { to_decide: 2, warnings: null, own: [own] } };
  answers("get", "/api/v1/today/", () => day);
  show(<TodayPage />, { permissions: ["reveal_identity"] });
  const decide = await screen.findByRole("link", { name: "2 wait for your decision" });
  expect(decide.getAttribute("href")).toBe("/identities");
  const mine = screen.getByRole("link", { name: /PIF-2026-000009/ });
  expect(mine.getAttribute("href")).toBe("/cases/c1?part=complaint");
  expect(screen.getByRole("region", { name: "Requests for identities" })).toBeTruthy();
});

test("a custodian for whom nothing waits reads that, not that there is no work for the role", async () => {
  const nothing = Object.fromEntries(Object.keys(EMPTY).map((name) => [name, null]));
  answers("get", "/api/v1/today/", {
    ...nothing,
    day: EMPTY.day,
    identities: { to_decide: 0, warnings: null, own: [] },
  });
  show(<TodayPage />, { permissions: ["reveal_identity"] });
  expect(await screen.findByText("No request for an identity waits for you.")).toBeTruthy();
  expect(screen.queryByRole("radio", { name: "Mine" })).toBeNull();
});
