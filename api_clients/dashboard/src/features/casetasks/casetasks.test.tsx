import { screen, waitFor } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { expect, test } from "vitest";
import type { Permission } from "@/lib/session";
import { ARTA, show } from "@/testing/render";
import { answers } from "@/testing/server";
import { CaseTasks } from "./CaseTasks";

const ID = "22222222-2222-4222-8222-222222222222";
const task = (more: object) => ({
  ...{
    id: "33333333-3333-4333-8333-333333333333",
    kind: "by_hand",
    label: "By hand",
    title: "Call the cadastre",
  },
  ...{ due_on: "2026-03-04", due_time: null, state: "open", made_by: "person", team: "pif", assignee: null },
  ...{ case: { id: ID, reference: "PIF-2026-000001" }, referral: null, about: null },
  ...{ created_at: "2026-03-01T10:00:00Z", done_by: null, done_at: null, version: 2 },
  allowed_actions: ["done", "drop", "take", "change"],
  ...more,
});
const permissions: Permission[] = ["view_cases", "read_complaints", "work_cases"];

function shown(...tasks: object[]) {
  answers("get", "/api/v1/cases/{case_id}/", { id: ID, owner: "pif", version: 1, allowed_actions: [] });
  answers("get", "/api/v1/cases/{case_id}/tasks/", { next: null, results: tasks });
  answers("get", "/api/v1/me/draft-key/", { keys: [] });
  show(<CaseTasks caseId={ID} />, { permissions });
}

test("a task is done from the version that was read", async () => {
  const done = answers("post", "/api/v1/tasks/{task_id}/done/", task({ state: "done" }));
  shown(task({}));
  await userEvent.click(await screen.findByRole("button", { name: "Done" }));
  await waitFor(() => expect(done[0]?.headers.get("If-Match")).toBe('"2"'));
});

test("a task is dropped for a reason, which becomes a note of the case", async () => {
  const noted = answers("post", "/api/v1/cases/{case_id}/notes/", {}, 201);
  const dropped = answers("post", "/api/v1/tasks/{task_id}/drop/", task({ state: "dropped" }));
  shown(task({}));
  await userEvent.click(await screen.findByRole("button", { name: "Not needed" }));
  expect(screen.getByRole("button", { name: "Not needed" })).toHaveProperty("disabled", true);
  await userEvent.type(screen.getByLabelText("Why is it not needed?"), "They wrote today");
  await userEvent.click(screen.getByRole("button", { name: "Not needed" }));
  await waitFor(() => expect(dropped).toHaveLength(1));
  expect(noted[0]?.body).toEqual({ text: "Call the cadastre: They wrote today" });
});

test("a task in one's own words is for oneself unless said otherwise", async () => {
  const made = answers("post", "/api/v1/cases/{case_id}/tasks/", task({}), 201);
  shown();
  await userEvent.click(await screen.findByRole("button", { name: "Write a task" }));
  await userEvent.type(screen.getByLabelText(/What is to be done/), "Ask the neighbour");
  await userEvent.type(screen.getByLabelText(/By which day/), "2026-04-01");
  await userEvent.click(screen.getByRole("button", { name: "Write it down" }));
  await waitFor(() => expect(made).toHaveLength(1));
  expect(made[0]?.body).toEqual({
    title: "Ask the neighbour",
    due_on: "2026-04-01",
    due_time: null,
    assignee: ARTA.id,
  });
});

test("what is done is out of the way, and a step that is not allowed is not there", async () => {
  shown(task({ state: "done", done_at: "2026-03-02T10:00:00Z", allowed_actions: [] }));
  expect(await screen.findByText("Nothing is to be done here at the moment.")).toBeTruthy();
  await userEvent.click(screen.getByRole("switch"));
  expect(await screen.findByText("Call the cadastre")).toBeTruthy();
  expect(screen.queryByRole("button", { name: "Done" })).toBeNull();
});
