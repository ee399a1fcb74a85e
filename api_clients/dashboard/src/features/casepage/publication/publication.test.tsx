import { screen, waitFor } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { describe, expect, it } from "vitest";
import { show } from "@/testing/render";
import { answers } from "@/testing/server";
import { CaseContext } from "../case";
import { aCase } from "../testing";
import { Publication, type Publishing } from "./Publication";

const HERE = "/api/v1/cases/{case_id}/public-summary/";
const SUMMARY: NonNullable<Publishing["summary"]> = {
  id: "33333333-3333-4333-8333-333333333333",
  state: "draft",
  language: "sq",
  title: "Certifikata me vonesë",
  text: "Telefononi 069 123 4567.",
  place: null,
  author: { id: "11111111-1111-4111-8111-111111111111", name: "Arta" },
  written_at: "2026-11-02T09:00:00Z",
  published_by: null,
  published_at: null,
  withdrawn_by: null,
  withdrawn_at: null,
};

function showIt(changes: Partial<Publishing>) {
  const found: Publishing = {
    summary: SUMMARY,
    is_public: false,
    hindrances: [],
    findings: [],
    suggested_place: null,
    allowed_actions: [],
    version: 1,
    ...changes,
  };
  answers("get", HERE, found);
  answers("get", "/api/v1/places/", { next: null, previous: null, results: [] });
  show(
    <CaseContext value={aCase()}>
      <Publication />
    </CaseContext>,
  );
}

describe("what the public reads", () => {
  it("is written from nothing and kept as a draft", async () => {
    const sent = answers("put", HERE, {});
    showIt({ summary: null, version: 0, allowed_actions: ["write"] });
    await userEvent.click(await screen.findByRole("button", { name: "Write a text for the public" }));
    await userEvent.type(screen.getByLabelText(/^Title/), "Pritje");
    await userEvent.type(screen.getByLabelText(/^Text for the public/), "Zyra nuk u përgjigj.");
    await userEvent.click(screen.getByRole("button", { name: "Keep as a draft" }));
    const body = { title: "Pritje", text: "Zyra nuk u përgjigj.", language: "en", place: null };
    await waitFor(() => expect(sent[0]?.body).toEqual(body));
    expect(sent[0]?.headers.get("If-Match")).toBe('"0"');
  });

  it("is published by whoever may, after one question", async () => {
    const sent = answers("post", `${HERE}publish/`, {});
    showIt({ allowed_actions: ["write", "publish"] });
    await userEvent.click(await screen.findByRole("button", { name: "Publish" }));
    await userEvent.click((await screen.findAllByRole("button", { name: "Publish" }))[1] as HTMLElement);
    await waitFor(() => expect(sent[0]?.headers.get("If-Match")).toBe('"1"'));
  });

  it("is not published while something stands against it, which is shown with its place", async () => {
    const finding = { where: "text", kind: "phone", start: 11, end: 23 } as const;
    showIt({ allowed_actions: ["write", "publish"], hindrances: ["findings"], findings: [finding] });
    await screen.findByText("Telephone number: 069 123 4567");
    expect(screen.queryByRole("button", { name: "Publish" })).toBeNull();
  });

  it("is withdrawn with one click, and said to be held back where it is", async () => {
    const sent = answers("post", `${HERE}withdraw/`, {});
    showIt({
      summary: { ...SUMMARY, state: "published", published_at: "2026-11-03T09:00:00Z" },
      hindrances: ["restricted"],
      allowed_actions: ["withdraw"],
    });
    await screen.findByText("Held back");
    await userEvent.click(screen.getByRole("button", { name: "Withdraw at once" }));
    await waitFor(() => expect(sent).toHaveLength(1));
  });
});
