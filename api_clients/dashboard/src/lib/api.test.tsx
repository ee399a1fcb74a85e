import { useMutation } from "@tanstack/react-query";
import { screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { HttpResponse, http } from "msw";
import { describe, expect, it } from "vitest";
import { show } from "@/testing/render";
import { server } from "@/testing/server";
import { $api, pause } from "./api";

function Tasks() {
  const tasks = $api.useQuery("get", "/api/v1/tasks/", {});
  const change = useMutation({ mutationFn: () => Promise.resolve() });
  return (
    <>
      <button type="button" onClick={() => change.mutate()}>
        Change
      </button>
      <p>{tasks.data ? `${tasks.data.results.length} tasks` : "busy"}</p>
    </>
  );
}

describe("after a change", () => {
  it("a first answer from before it, still on its way, is not shown as what is there now", async () => {
    let asked = 0;
    let arrives: (answer: Response) => void = () => undefined;
    server.use(
      http.get("*/api/v1/tasks/", () => {
        asked += 1;
        if (asked > 1) return HttpResponse.json({ results: [{}], next: null, previous: null });
        return new Promise<Response>((resolve) => {
          arrives = resolve;
        });
      }),
    );
    show(<Tasks />);
    await expect.poll(() => asked).toBe(1);
    await userEvent.click(screen.getByRole("button", { name: "Change" }));
    expect(await screen.findByText("1 tasks")).toBeTruthy();
    arrives(HttpResponse.json({ results: [], next: null, previous: null }));
    await new Promise((resolve) => setTimeout(resolve, 50));
    expect(screen.getByText("1 tasks")).toBeTruthy();
  });
});

describe("a server that has too much to do", () => {
  const busy = { type: "about:blank", status: 503, code: "busy", title: "Please try again in a moment." };
  const told = (seconds: number) => Object.assign({ retry_after: seconds }, busy);

  it("is asked again when it said so, and in the usual time where it said nothing", () => {
    expect(pause(0, told(7))).toBe(7_000);
    expect(pause(1, busy)).toBe(2_000);
  });

  it("leaves nobody before a page that says nothing for minutes", () => {
    expect(pause(0, told(600))).toBe(12_000);
  });
});
