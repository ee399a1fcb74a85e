import { screen, waitFor, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { describe, expect, it, vi } from "vitest";
import type { Schemas } from "@/lib/api";
import { show } from "@/testing/render";
import { answers } from "@/testing/server";
import { A_DRAFT, PLACE } from "../testing";
import { RedactionStep } from "./RedactionStep";

const BASE = "/api/v1/cases/{case_id}/referrals/{referral_id}/" as const;
const TEXT = "Më telefononi në 069 22 33 444.";
const FOUND: Schemas["Finding"] = {
  where: "annex.narrative",
  kind: "phone",
  label: "Telephone number",
  start: 17,
  end: 30,
  text: "069 22 33 444",
};
const REDACTION: Schemas["Redaction"] = {
  include: true,
  language: "sq",
  narrative: { text: TEXT, hidden: [], leaves: [{ text: TEXT, hidden: [] }] },
  wish: { text: "", hidden: [], leaves: [] },
  findings: [FOUND],
  digest: "d".repeat(64),
};

function serve(redaction = REDACTION) {
  answers("get", `${BASE}redaction/`, redaction);
  answers("get", `${BASE}dossier/`, {
    frozen: false,
    frozen_at: null,
    frozen_by: null,
    institution: "al-cadastre",
    reference: "PIF-2026-000001",
    written_on: "2026-11-26",
    parts: [],
    rule: null,
    legal_basis: null,
    attachments: [],
    annex: null,
    template: "t",
    layout: 2,
    sha256: "0",
    size: 1,
  });
  return answers("patch", BASE, A_DRAFT);
}

describe("what leaves is looked through before it may leave", () => {
  it("a finding in the complainant's words is blacked out with one press, exactly where it was found", async () => {
    const asked = serve();
    show(<RedactionStep place={PLACE} referral={A_DRAFT} onNext={() => undefined} onGo={() => undefined} />);
    const found = await screen.findByRole("list", { name: "What was found" });
    expect(found.textContent).toContain("Telephone number");
    await userEvent.click(within(found).getByRole("button", { name: "Black out" }));
    await waitFor(() => expect(asked).toHaveLength(1));
    expect(asked[0]?.body).toEqual({
      annex: { include: true, hidden: [{ part: "narrative", reason: "contact", start: 17, end: 30 }] },
    });
    expect(asked[0]?.headers.get("If-Match")).toBe('"3"');
  });

  it("nobody goes on without having said so, and what was seen is named by its digest", async () => {
    const asked = serve();
    const onNext = vi.fn();
    show(<RedactionStep place={PLACE} referral={A_DRAFT} onNext={onNext} onGo={() => undefined} />);
    const onward = await screen.findByRole<HTMLButtonElement>("button", { name: "Confirm and continue" });
    expect(onward.disabled).toBe(true);
    await userEvent.click(
      screen.getByRole("checkbox", { name: "I have read what leaves, and it may leave" }),
    );
    await userEvent.click(onward);
    await waitFor(() => expect(onNext).toHaveBeenCalled());
    expect(asked[0]?.body).toEqual({ redaction_checked: true, findings_seen: "d".repeat(64) });
  });

  it("taking the words out keeps which places were chosen", async () => {
    const hidden: Schemas["HiddenPlace"][] = [{ part: "narrative", start: 17, end: 30, reason: "contact" }];
    const asked = serve({ ...REDACTION, narrative: { ...REDACTION.narrative, hidden } });
    show(<RedactionStep place={PLACE} referral={A_DRAFT} onNext={() => undefined} onGo={() => undefined} />);
    await userEvent.click(await screen.findByRole("checkbox", { name: "They go along as an annex" }));
    await waitFor(() => expect(asked).toHaveLength(1));
    expect(asked[0]?.body).toEqual({ annex: { include: false, hidden } });
  });
});
