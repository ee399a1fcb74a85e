import { screen, waitFor } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { describe, expect, it, vi } from "vitest";
import { show } from "@/testing/render";
import { answers } from "@/testing/server";
import { ExportMenu } from "./ExportMenu";
import type { Export } from "./exporting";

const asked: Export = {
  id: "00000000-0000-4000-8000-000000000001",
  state: "waiting",
  failure: "",
  done: 0,
  total: 0,
  size: null,
  asked_at: "2026-01-01T08:00:00Z",
  expires_at: "2026-01-02T08:00:00Z",
  taken_at: null,
  format: "csv",
  columns: ["reference"],
  ordering: "-opened_at",
  narrowed: ["state"],
  count: 0,
};

const arrive = (capped: boolean) => {
  answers("get", "/api/v1/cases/count/", { count: 1000, capped });
  return show(<ExportMenu columns={["reference"]} filters={{ state: ["open"] }} ordering="-opened_at" />, {
    at: "/cases",
    route: "/cases",
  });
};

describe("a long list", () => {
  it("is asked for, followed and taken once", async () => {
    vi.stubGlobal("URL", Object.assign(URL, { createObjectURL: () => "blob:x", revokeObjectURL: () => {} }));
    const asking = answers("post", "/api/v1/exports/", asked, 202);
    answers("get", "/api/v1/exports/", { next: null, previous: null, results: [] });
    answers("get", "/api/v1/exports/{export_id}/", { ...asked, state: "ready", done: 9, total: 9, count: 9 });
    const taking = answers("post", "/api/v1/exports/{export_id}/take/", "a,b");
    arrive(true);
    await userEvent.click(await screen.findByRole("button", { name: "Export" }));
    await userEvent.click(await screen.findByRole("menuitem", { name: "CSV" }));
    await userEvent.click(await screen.findByRole("button", { name: "Download" }));
    await waitFor(() => expect(taking).toHaveLength(1));
    expect(asking).toHaveLength(1);
    await waitFor(() => expect(screen.queryByRole("dialog")).toBeNull());
  });

  it("is found again by who closed the window", async () => {
    answers("get", "/api/v1/exports/", {
      next: null,
      previous: null,
      results: [{ ...asked, state: "taken" }, { ...asked, state: "failed" }, asked],
    });
    answers("get", "/api/v1/exports/{export_id}/", { ...asked, state: "failed", failure: "export.too_long" });
    arrive(true);
    await userEvent.click(await screen.findByRole("button", { name: "Export" }));
    const found = await screen.findAllByRole("menuitem", { name: /2026/ });
    expect(found).toHaveLength(1);
    await userEvent.click(found[0] as HTMLElement);
    await screen.findByText(/too long for one file/);
  });
});

describe("a short list", () => {
  it("is given at once", async () => {
    vi.stubGlobal("URL", Object.assign(URL, { createObjectURL: () => "blob:x", revokeObjectURL: () => {} }));
    const giving = answers("post", "/api/v1/cases/export/", "a,b");
    answers("get", "/api/v1/exports/", { next: null, previous: null, results: [] });
    arrive(false);
    await userEvent.click(await screen.findByRole("button", { name: "Export" }));
    await userEvent.click(await screen.findByRole("menuitem", { name: "JSON Lines" }));
    await waitFor(() => expect(giving).toHaveLength(1));
  });
});
