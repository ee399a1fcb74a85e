import { fireEvent, screen, waitFor } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { describe, expect, it } from "vitest";
import { show } from "@/testing/render";
import { answers } from "@/testing/server";
import { type CaseAct, CaseContext } from "../case";
import { aCase, aMessage } from "../testing";
import { HiddenInMessage, HiddenWords } from "./HiddenWords";

const TEXT = "Drejtori Gjon Prela kërkoi para.";
const MASKS = {
  places: [],
  parts: [{ part: "narrative", label: "", text: TEXT, shown: TEXT }],
  version: 0,
};

function showThem(acts: CaseAct[]) {
  answers("get", "/api/v1/cases/{case_id}/masks/", MASKS);
  show(
    <CaseContext value={aCase({ allowed_acts: acts })}>
      <HiddenWords />
    </CaseContext>,
  );
}

describe("words are hidden from others", () => {
  it("by keyboard, for all that leaves", async () => {
    const sent = answers("put", "/api/v1/cases/{case_id}/masks/", MASKS);
    showThem(["hide"]);
    await userEvent.click(await screen.findByRole("button", { name: "Hide words" }));
    const words = screen.getByLabelText<HTMLTextAreaElement>("The complaint");
    words.setSelectionRange(9, 19);
    fireEvent.keyDown(words, { key: "Enter" });
    const places = [{ part: "narrative", start: 9, end: 19, reason: "name" }];
    await waitFor(() => expect(sent[0]?.body).toEqual({ places }));
  });

  it("in a message, beside what is hidden already", async () => {
    const narrative = { part: "narrative", start: 9, end: 19, reason: "name" };
    answers("get", "/api/v1/cases/{case_id}/masks/", { ...MASKS, places: [narrative], version: 1 });
    const sent = answers("put", "/api/v1/cases/{case_id}/masks/", MASKS);
    show(
      <CaseContext value={aCase({ allowed_acts: ["hide"] })}>
        <HiddenInMessage message={aMessage({ id: "m1", text: "Pyesni Agimin." })} />
      </CaseContext>,
    );
    await userEvent.click(screen.getByRole("button", { name: "Hide words" }));
    const words = await screen.findByLabelText<HTMLTextAreaElement>("Hidden from others");
    words.setSelectionRange(7, 13);
    fireEvent.keyDown(words, { key: "Enter" });
    const places = [{ part: "message.m1", start: 7, end: 13, reason: "name" }, narrative];
    await waitFor(() => expect(sent[0]?.body).toEqual({ places }));
  });

  it("by those alone who may", () => {
    showThem([]);
    expect(screen.queryByRole("button", { name: "Hide words" })).toBeNull();
  });
});
