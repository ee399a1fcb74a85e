import { screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { delay, HttpResponse, http } from "msw";
import { useState } from "react";
import { describe, expect, it } from "vitest";
import type { Schemas } from "@/lib/api";
import { show } from "@/testing/render";
import { answers, server } from "@/testing/server";
import { FileChoice } from "./FileChoice";
import { PLACE } from "./testing";

const FILES = "/api/v1/cases/{case_id}/files/" as const;
const RECEIPT: Schemas["File"] = {
  id: "55555555-5555-4555-8555-555555555555",
  name: "receipt.png",
  media_type: "image/png",
  size: 120,
  state: "pending",
  scan: "pending",
  clean_size: null,
  sender: "partner",
  author: null,
  message: null,
  hidden_pages: [],
  hidden_version: 0,
  created_at: "2026-11-27T09:00:00Z",
};

function Chooser() {
  const [chosen, setChosen] = useState<string[]>([]);
  return <FileChoice caseId={PLACE.caseId} label="Proof" value={chosen} onChange={setChosen} />;
}

describe("a file from this computer", () => {
  it("is chosen as soon as the server has it, however long the list of all files takes", async () => {
    const listed = answers("get", FILES, { results: [], next: null, previous: null });
    server.use(
      http.get("*/files/", async () => {
        if (listed.length > 0) await delay("infinite");
      }),
      http.post("*/files/", () => HttpResponse.json(RECEIPT, { status: 201 })),
    );
    const { container } = show(<Chooser />);
    await screen.findByRole("button", { name: "Upload from this computer" });
    const input = container.querySelector<HTMLInputElement>("input[type=file]");
    await userEvent.upload(input as HTMLInputElement, new File(["…"], "receipt.png", { type: "image/png" }));
    expect(await screen.findByText("receipt.png")).toBeTruthy();
    expect(screen.queryByRole("status", { name: "Uploading" })).toBeNull();
  });
});
