import { fireEvent, screen, waitFor, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { describe, expect, it } from "vitest";
import { CASE_ACT } from "@/lib/words";
import { show } from "@/testing/render";
import { answers, problem } from "@/testing/server";
import { ACT_PLACES } from "../acts/places";
import { CaseContext } from "../case";
import { aCase } from "../testing";
import { asRequest, EditFacts } from "./EditFacts";
import { Facts } from "./Facts";

function lists() {
  answers("get", "/api/v1/categories/", { next: null, results: [] });
  answers("get", "/api/v1/institutions/", { next: null, results: [] });
  answers("get", "/api/v1/places/", { next: null, results: [] });
}

describe("the facts of a case", () => {
  it("have a place on the page for every act of the interface", () => {
    expect(Object.keys(ACT_PLACES).sort()).toEqual(Object.keys(CASE_ACT).sort());
  });

  it("offer nothing that the server does not", () => {
    show(
      <CaseContext value={aCase({ allowed_acts: [] })}>
        <Facts />
      </CaseContext>,
    );
    expect(screen.queryAllByRole("button")).toEqual([]);
  });

  it("say when something is due, and why", () => {
    const due = {
      referral: "r",
      institution: { code: "c", name: "Cadastre" },
      explanation: "10 working days from 13 Mar 2026",
    };
    show(
      <CaseContext value={aCase({ due_at: "2026-04-01", due })}>
        <Facts />
      </CaseContext>,
    );
    expect(screen.getByText(/Cadastre: 10 working days from 13 Mar 2026/)).toBeTruthy();
  });

  it("send only what was changed", () => {
    const { kind, severity, category, institution, place, summary } = aCase({});
    const read = { kind, severity, category, institution, place, summary };
    expect(asRequest({ ...read, severity: 3, category: null }, { ...read, severity: 2 })).toEqual(
      category ? { severity: 3, category: null } : { severity: 3 },
    );
    expect(asRequest({ ...read, place: { code: "al-puke", name: "Pukë" } }, read)).toEqual({
      place: "al-puke",
    });
  });

  it("are saved beside what a colleague corrected elsewhere, without a question", async () => {
    lists();
    const sent = answers("patch", "/api/v1/cases/{case_id}/", ({ headers }) =>
      headers.get("If-Match") === '"1"' ? problem(412, "stale", "Changed meanwhile.") : aCase({ version: 6 }),
    );
    answers("get", "/api/v1/cases/{case_id}/", aCase({ version: 5, summary: "Old", severity: 4 }));
    show(
      <CaseContext value={aCase({ version: 1, summary: "Old" })}>
        <EditFacts onClose={() => undefined} />
      </CaseContext>,
    );
    fireEvent.change(await screen.findByLabelText("Summary"), { target: { value: "Mine" } });
    await userEvent.click(screen.getByRole("button", { name: "Save" }));
    await waitFor(() => expect(sent).toHaveLength(2));
    expect(sent[1]?.headers.get("If-Match")).toBe('"5"');
    expect(sent[1]?.body).toEqual({ summary: "Mine" });
  }, 60_000);

  it("show both versions when a colleague was faster, and keep the colleague's other corrections", async () => {
    lists();
    const sent = answers("patch", "/api/v1/cases/{case_id}/", ({ headers }) =>
      headers.get("If-Match") === '"1"' ? problem(412, "stale", "Changed meanwhile.") : aCase({ version: 6 }),
    );
    answers("get", "/api/v1/cases/{case_id}/", aCase({ version: 5, summary: "Hers", severity: 4 }));
    show(
      <CaseContext value={aCase({ version: 1, summary: "Old" })}>
        <EditFacts onClose={() => undefined} />
      </CaseContext>,
    );
    const summary = await screen.findByLabelText("Summary");
    fireEvent.change(summary, { target: { value: "Mine" } });
    await userEvent.click(screen.getByRole("button", { name: "Save" }));
    const both = await screen.findByRole("dialog", { name: "Somebody else has changed this meanwhile" });
    expect(within(both).getByText("Mine")).toBeTruthy();
    expect(within(both).getByText("Hers")).toBeTruthy();
    // What I did not touch is not mine to undo.
    expect(within(both).queryByText("Severity")).toBeNull();
    await userEvent.click(within(both).getByRole("button", { name: "Save this choice" }));
    await waitFor(() => expect(sent).toHaveLength(2));
    expect(sent[1]?.headers.get("If-Match")).toBe('"5"');
    expect(sent[1]?.body).toEqual({ summary: "Mine" });
  }, 60_000);
});
