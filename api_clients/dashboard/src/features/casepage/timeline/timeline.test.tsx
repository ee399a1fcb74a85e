import { screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { describe, expect, it } from "vitest";
import { show } from "@/testing/render";
import { answers } from "@/testing/server";
import { CaseContext, type CaseEvent } from "../case";
import { aCase, anEvent } from "../testing";
import { byDay, Timeline } from "./Timeline";

const note = {
  id: "33333333-3333-4333-8333-333333333333",
  author: null,
  text: "Called the office.",
  created_at: "2026-03-02T09:00:00Z",
};

function showStory(events: CaseEvent[]) {
  const asked = answers("get", "/api/v1/cases/{case_id}/events/", { next: null, results: events });
  show(
    <CaseContext value={aCase()}>
      <Timeline />
    </CaseContext>,
    { at: "/cases/1", route: "/cases/:caseId" },
  );
  return asked;
}

describe("the story of a case", () => {
  it("tells each line as a sentence with names, and shows the words that it carries", async () => {
    showStory([
      anEvent({ id: 3, action: "case.note_added", kind: "note", note }),
      anEvent({
        id: 2,
        action: "case.assigned",
        facts: { assignee: "x" },
        person: { id: "x", name: "Besa" },
      }),
      anEvent({ id: 1, action: "referral.send", institution: { code: "c", name: "Cadastre" }, facts: {} }),
    ]);
    expect(await screen.findByText("Called the office.")).toBeTruthy();
    expect(screen.getByText(/Given to Besa/)).toBeTruthy();
    expect(screen.getByText(/Letter to Cadastre: sent/)).toBeTruthy();
  });

  it("asks the server for the chosen kinds, and leaves out who has read what unless asked", async () => {
    const asked = showStory([anEvent()]);
    await screen.findByText(/Accepted for work/);
    expect(asked[0]?.query.getAll("kind")).not.toContain("reading");
    expect(asked[0]?.query.get("ordering")).toBe("-id");
    expect(asked[0]?.query.has("cursor")).toBe(false);
    await userEvent.click(screen.getByRole("checkbox", { name: "Notes" }));
    await screen.findByText(/Accepted for work/);
    expect(asked.at(-1)?.query.getAll("kind")).toEqual(["note"]);
  });

  it("is told day by day", () => {
    const days = byDay([
      anEvent({ id: 3, at: "2026-03-03T12:00:00Z" }),
      anEvent({ id: 2, at: "2026-03-02T12:05:00Z" }),
      anEvent({ id: 1, at: "2026-03-02T12:00:00Z" }),
    ]);
    expect(days.map(([, lines]) => lines.map((line) => line.id))).toEqual([[3], [2, 1]]);
  });
});
