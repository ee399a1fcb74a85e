import { useQuery } from "@tanstack/react-query";
import { fireEvent, screen, waitFor, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { useRef } from "react";
import { describe, expect, it } from "vitest";
import { CASE_STEP } from "@/lib/words";
import { show } from "@/testing/render";
import { answers, problem } from "@/testing/server";
import { CaseContext, type CaseVerb } from "../case";
import { aCase } from "../testing";
import { fieldsOf, STEP_FORMS } from "./forms";
import { Steps } from "./Steps";

const ready = (verb: CaseVerb) => ({ verb, code: null, reason: null, reason_lifts: false });

function showSteps(actions: Parameters<typeof aCase>[0]) {
  return show(
    <CaseContext value={aCase(actions)}>
      <Steps />
    </CaseContext>,
  );
}

/** As on the page: the case is there again, with its next steps, before everything else has been. */
function TwoSteps({ slow }: { slow: Promise<void> }) {
  const seen = useRef(0);
  const verb = useQuery({
    queryKey: ["case"],
    queryFn: () => (seen.current++ === 0 ? "start_triage" : "open") satisfies CaseVerb,
  }).data;
  const asked = useRef(0);
  useQuery({ queryKey: ["around"], queryFn: () => (asked.current++ === 0 ? null : slow.then(() => null)) });
  return (
    <CaseContext value={aCase({ allowed_actions: verb ? [ready(verb)] : [] })}>
      <Steps />
    </CaseContext>
  );
}

describe("the next steps of a case", () => {
  it("have a form for every verb of the interface", () => {
    expect(Object.keys(STEP_FORMS).sort()).toEqual(Object.keys(CASE_STEP).sort());
  });

  it("that are refused stand there with their reason, and open nothing", async () => {
    showSteps({
      allowed_actions: [
        {
          verb: "close",
          code: "case.not_settled",
          reason: "The complainant may object until 12 March.",
          reason_lifts: false,
        },
      ],
    });
    const button = screen.getByRole("button", { name: "Close" });
    expect(button.getAttribute("aria-disabled")).toBe("true");
    expect(button.getAttribute("aria-describedby")).toBe(
      screen.getByText("The complainant may object until 12 March.").id,
    );
    await userEvent.click(button);
    expect(screen.queryByRole("dialog")).toBeNull();
  });

  it("that a reason lifts ask for that reason, and only then", async () => {
    const refused = {
      ...ready("resolve"),
      code: "case.open_referrals",
      reason: "One still waits.",
      reason_lifts: true,
    };
    expect(fieldsOf("resolve", false).map((field) => field.name)).not.toContain("reason");
    expect(fieldsOf("resolve", true).find((field) => field.name === "reason")?.need).toBe("required");
    expect(fieldsOf("withdraw", true).find((field) => field.name === "reason")?.need).toBe("required");
    showSteps({ allowed_actions: [refused] });
    await userEvent.click(screen.getByRole("button", { name: "Resolve" }));
    const dialog = await screen.findByRole("dialog");
    expect(within(dialog).getByText("One still waits.")).toBeTruthy();
    expect(within(dialog).getByLabelText(/Why already now/)).toBeTruthy();
  });

  it("are sent with the version on the page", async () => {
    const asked = answers("post", "/api/v1/cases/{case_id}/open/", aCase({ state: "open" }));
    showSteps({ version: 7, allowed_actions: [ready("open")] });
    await userEvent.click(screen.getByRole("button", { name: "Open the case" }));
    const dialog = await screen.findByRole("dialog");
    const send = within(dialog).getByRole("button", { name: "Open the case" });
    expect((send as HTMLButtonElement).disabled).toBe(true);
    fireEvent.change(within(dialog).getByLabelText(/Why the complaint is admissible/), {
      target: { value: "In time." },
    });
    await userEvent.click(send);
    await waitFor(() => expect(asked).toHaveLength(1));
    expect(asked[0]?.body).toEqual({ admissibility_note: "In time." });
    expect(asked[0]?.headers.get("If-Match")).toBe('"7"');
    await waitFor(() => expect(screen.queryByRole("dialog")).toBeNull());
  });

  it("do not close the next form when an earlier one has its answer late", async () => {
    let last: () => void = () => undefined;
    answers("post", "/api/v1/cases/{case_id}/start_triage/", aCase({ state: "triage" }));
    show(<TwoSteps slow={new Promise<void>((done) => (last = done))} />);
    await userEvent.click(await screen.findByRole("button", { name: "Start triage" }));
    const first = await screen.findByRole("dialog");
    await userEvent.click(within(first).getByRole("button", { name: "Start triage" }));
    await userEvent.click(await screen.findByRole("button", { name: "Open the case" }));
    const note = await screen.findByLabelText(/Why the complaint is admissible/);
    fireEvent.change(note, { target: { value: "In time." } });
    last();
    await screen.findByText("Done: Start triage");
    expect(screen.getByLabelText(/Why the complaint is admissible/)).toBe(note);
  });

  it("lose nothing that was typed when a colleague was faster", async () => {
    answers("post", "/api/v1/cases/{case_id}/open/", () =>
      problem(412, "stale", "It was changed meanwhile."),
    );
    showSteps({ allowed_actions: [ready("open")] });
    await userEvent.click(screen.getByRole("button", { name: "Open the case" }));
    const dialog = await screen.findByRole("dialog");
    const note = within(dialog).getByLabelText<HTMLTextAreaElement>(/Why the complaint is admissible/);
    fireEvent.change(note, { target: { value: "In time." } });
    await userEvent.click(within(dialog).getByRole("button", { name: "Open the case" }));
    expect(await within(dialog).findByText("It was changed meanwhile.")).toBeTruthy();
    expect(note.value).toBe("In time.");
  });
});
