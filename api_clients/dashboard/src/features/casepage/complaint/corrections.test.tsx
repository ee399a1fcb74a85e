import { screen } from "@testing-library/react";
import { expect, it } from "vitest";
import type { Schemas } from "@/lib/api";
import { show } from "@/testing/render";
import { answers, problem } from "@/testing/server";
import { aCase } from "../testing";
import { Complaint } from "./Complaint";

const AT = "/api/v1/cases/{case_id}/corrections/" as const;

const words: Schemas["WordsAsSeen"] = {
  narrative: "It happened in Durrës.",
  form: null,
  hidden_reasons: [],
  wish: "",
  answers: [],
  complainant_kind: "anonymous",
  language: "sq",
  channel: "web_form",
  happened_on: null,
  contact_wish: "receipt_only",
  contact_note: null,
  vulnerability: null,
  received_at: "2026-03-02T09:00:00Z",
  category: null,
  institution: null,
  place: null,
};

function correction(number: number, text: string): Schemas["Correction"] {
  const message = `33333333-3333-4333-8333-33333333333${number}`;
  return { message, text, sent_at: `2026-03-0${number}T09:00:00Z` };
}

function open() {
  answers("get", "/api/v1/cases/{case_id}/complaint/", words);
  show(<Complaint caseId={aCase().id} />);
}

it("shows what was corrected, all of it, before the words that it corrects", async () => {
  answers("get", AT, ({ query }) =>
    query.get("cursor")
      ? { next: null, results: [correction(4, "And it was on a Monday.")] }
      : { next: `http://localhost${AT}?cursor=next`, results: [correction(3, "It happened in Vlorë.")] },
  );
  open();
  const notice = await screen.findByText("The complainant corrected this");
  const second = await screen.findByText("And it was on a Monday.");
  expect(screen.getByText("It happened in Vlorë.")).toBeTruthy();
  expect(screen.getByText(/Corrected 3 Mar 2026/)).toBeTruthy();
  const original = screen.getByText("It happened in Durrës.");
  for (const earlier of [notice, second])
    expect(earlier.compareDocumentPosition(original)).toBe(Node.DOCUMENT_POSITION_FOLLOWING);
});

it("says nothing of corrections where there are none", async () => {
  answers("get", AT, { next: null, results: [] });
  open();
  expect(await screen.findByText("It happened in Durrës.")).toBeTruthy();
  expect(screen.queryByText("The complainant corrected this")).toBeNull();
});

it("does not keep silent where the corrections could not be read", async () => {
  answers("get", AT, () => problem(503, "unavailable", "Try again."));
  open();
  expect(await screen.findByText("It happened in Durrës.")).toBeTruthy();
  expect(await screen.findByText("Try again.")).toBeTruthy();
});
