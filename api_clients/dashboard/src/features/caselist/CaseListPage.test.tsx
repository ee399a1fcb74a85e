import { screen, waitFor, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { beforeEach, describe, expect, it, vi } from "vitest";
import { ARTA, show } from "@/testing/render";
import { answers } from "@/testing/server";
import { CaseListPage } from "./CaseListPage";
import type { Row } from "./useCases";
import type { View } from "./useViews";

const row = (number: number, more: Partial<Row> = {}): Row => ({
  id: `00000000-0000-4000-8000-00000000000${number}`,
  reference: `PIF-2026-00000${number}`,
  owner: "pif",
  kind: "public_service",
  state: "open",
  stage: "referral",
  severity: 2,
  category: null,
  institution: null,
  place: null,
  opened_at: "2026-01-01T08:00:00Z",
  due_at: null,
  overdue: false,
  outcome: null,
  restricted: false,
  summary: `Case number ${number}`,
  assignee: null,
  resolved_at: null,
  closed_at: null,
  tags: null,
  unread: null,
  waits_for: null,
  next_task: null,
  changed_at: null,
  version: number,
  ...more,
});

const view: View = {
  id: "00000000-0000-4000-8000-0000000000aa",
  name: "Water",
  author: { id: ARTA.id, name: ARTA.name },
  partner: null,
  filters: { state: ["open"], category: "was_there" },
  columns: ["reference", "kind"],
  ordering: "due_at",
  board: false,
  gone: [{ filter: "category", value: "was_there" }],
  may_change: true,
  version: 1,
};

// A window that is as high as a screen: jsdom measures nothing.
beforeEach(() => {
  vi.spyOn(Element.prototype, "clientHeight", "get").mockReturnValue(600);
  vi.spyOn(Element.prototype, "clientWidth", "get").mockReturnValue(1000);
});

function arrive(at = "/cases") {
  const lists = answers("get", "/api/v1/cases/", { next: null, results: [row(1), row(2), row(3)] });
  answers("get", "/api/v1/cases/count/", { count: 3, capped: false });
  answers("get", "/api/v1/saved-views/", { next: null, results: [view] });
  const facets = answers("get", "/api/v1/cases/facets/", {
    facets: [
      {
        facet: "state",
        values: [
          { value: "open", label: "Open", count: 1000, capped: true },
          { value: "triage", label: "In triage", count: 7, capped: false },
        ],
        more: false,
      },
    ],
  });
  const shown = show(<CaseListPage />, {
    at,
    route: "/cases",
    permissions: ["view_cases", "read_complaints", "work_cases", "triage_cases"],
  });
  const address = () => shown.router.state.location.search;
  return { ...shown, lists, facets, address, user: userEvent.setup() };
}

describe("the list of cases", () => {
  it("asks for what stands in the address", async () => {
    const { lists } = arrive("/cases?state=open&state=referred&search=uje&ordering=due_at");
    await screen.findByText("Case number 1");
    const asked = lists[0]?.query;
    expect(asked?.getAll("state")).toEqual(["open", "referred"]);
    expect([asked?.get("search"), asked?.get("ordering"), asked?.get("cursor")]).toEqual([
      "uje",
      "due_at",
      null,
    ]);
  });

  it("shows how many each value would find, and writes a choice into the address", async () => {
    const { user, address, router } = arrive();
    await screen.findByText("Case number 1");
    await user.click(screen.getByRole("button", { name: "State" }));
    const group = await screen.findByRole("group", { name: "State" });
    await within(group).findByText("1,000+");
    expect(within(group).getByText("7")).toBeTruthy();
    await user.click(within(group).getByLabelText("In triage"));
    await waitFor(() => expect(address()).toBe("?state=triage"));
    await router.navigate(-1);
    await waitFor(() => expect(address()).toBe(""));
  });

  it("works by the keyboard: down, choose, look", async () => {
    const { user, address } = arrive();
    await screen.findByText("Case number 1");
    await user.keyboard("jjx");
    expect(await screen.findByText("1 case chosen")).toBeTruthy();
    answers("get", "/api/v1/cases/{case_id}/", { ...row(2), allowed_actions: [], tags: [] });
    answers("get", "/api/v1/cases/{case_id}/complaint/", { narrative: "The words of a citizen." });
    await user.keyboard(" ");
    expect(await screen.findByText("The words of a citizen.")).toBeTruthy();
    expect(address()).toContain(row(2).id);
    await user.keyboard("{Escape}");
    await waitFor(() => expect(address()).toBe(""));
  });

  it("says of each case what became of it", async () => {
    const { user } = arrive();
    await screen.findByText("Case number 1");
    const sent = answers("post", "/api/v1/cases/assign/", {
      results: [
        { id: row(1).id, done: true, version: 2 },
        { id: row(2).id, done: false, code: "stale", title: "Somebody changed this in the meantime." },
      ],
    });
    await user.click(screen.getByLabelText(`Choose ${row(1).reference}`));
    await user.click(screen.getByLabelText(`Choose ${row(2).reference}`));
    await user.click(screen.getByRole("button", { name: "Assign" }));
    await user.click(await screen.findByRole("button", { name: "I take them" }));
    expect(await screen.findByText("1 case was changed.")).toBeTruthy();
    expect(screen.getByText(/Somebody changed this in the meantime/)).toBeTruthy();
    expect(sent[0]?.body).toEqual({
      cases: [
        { id: row(1).id, version: 1 },
        { id: row(2).id, version: 2 },
      ],
      assignee: ARTA.id,
    });
  });

  it("opens a view, and tells what of it is not there any more", async () => {
    const { user, address, lists } = arrive();
    await screen.findByText("Case number 1");
    await user.click(screen.getByRole("button", { name: "Views" }));
    await user.click(await screen.findByRole("menuitem", { name: "Water" }));
    expect(await screen.findByText("Something of this view is not there any more")).toBeTruthy();
    expect(screen.getByText(/was_there/)).toBeTruthy();
    expect(address()).toBe(`?state=open&ordering=due_at&view=${view.id}`);
    await waitFor(() => expect(lists.at(-1)?.query.get("ordering")).toBe("due_at"));
    expect(lists.at(-1)?.query.get("category")).toBeNull();
    expect(screen.getByRole("columnheader", { name: "Kind" })).toBeTruthy();
  });

  it("asks for an extra only where its column is shown", async () => {
    const { lists } = arrive("/cases?columns=reference,tags");
    await screen.findByText(row(1).reference);
    expect(lists[0]?.query.getAll("extra")).toEqual(["tags"]);
  });
});
