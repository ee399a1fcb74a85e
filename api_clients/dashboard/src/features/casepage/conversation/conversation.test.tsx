import { fireEvent, screen, waitFor } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { describe, expect, it } from "vitest";
import { show } from "@/testing/render";
import { answers } from "@/testing/server";
import { CaseContext, type Message } from "../case";
import { aCase, aMessage } from "../testing";
import { Conversation } from "./Conversation";

function showThem(messages: Message[], acts = ["write", "ask"] as const) {
  answers("get", "/api/v1/cases/{case_id}/messages/", { next: null, results: messages });
  show(
    <CaseContext value={aCase({ state: "open", allowed_acts: [...acts] })}>
      <Conversation />
    </CaseContext>,
  );
}

describe("the conversation with the complainant", () => {
  it("marks as read when somebody says so, not by being open", async () => {
    const marked = answers("post", "/api/v1/cases/{case_id}/messages/read/", { marked: 1 });
    showThem([aMessage({})]);
    await screen.findByText("They did not answer.");
    expect(marked).toHaveLength(0);
    await userEvent.click(screen.getByRole("button", { name: "Mark as read" }));
    await waitFor(() => expect(marked[0]?.body).toEqual({ until: aMessage({}).id }));
  });

  it("shows which question waits for an answer", async () => {
    showThem([aMessage({ sender: "partner", asks: true, text: "Which office?" })]);
    expect(await screen.findByText("Waits for an answer")).toBeTruthy();
    expect(screen.getByRole("button", { name: "Do not wait any more" })).toBeTruthy();
  });

  it("sends a question with its words", async () => {
    const sent = answers("post", "/api/v1/cases/{case_id}/messages/", aMessage({ sender: "partner" }), 201);
    showThem([]);
    const pen = await screen.findByLabelText("Message to the complainant");
    fireEvent.change(pen, { target: { value: "Which office?" } });
    await userEvent.click(screen.getByRole("checkbox", { name: /It is a question/ }));
    await userEvent.click(screen.getByRole("button", { name: "Send" }));
    await waitFor(() => expect(sent[0]?.body).toEqual({ text: "Which office?", asks: true, files: [] }));
  });

  it("has no pen for those who only read", async () => {
    answers("get", "/api/v1/cases/{case_id}/messages/", { next: null, results: [aMessage({})] });
    show(
      <CaseContext value={aCase({ allowed_acts: [] })}>
        <Conversation />
      </CaseContext>,
    );
    await screen.findByText("They did not answer.");
    expect(screen.queryByRole("textbox")).toBeNull();
    expect(screen.queryByRole("button")).toBeNull();
  });
});
