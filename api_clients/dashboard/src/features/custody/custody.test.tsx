import { act, screen, waitFor } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { HttpResponse } from "msw";
import { afterEach, expect, test, vi } from "vitest";
import { show } from "@/testing/render";
import { answers, problem } from "@/testing/server";
import { CaseIdentity } from "./CaseIdentity";
import { RequestsPage } from "./RequestsPage";

const CASE = "22222222-2222-4222-8222-222222222222";
const ROOM = "/api/v1/cases/{case_id}/identity-requests/" as const;
const PHONE = "+355 69 123 4567";
const MAY = (verb: string) => ({ verb, code: null, reason: null });

const request = (more: object = {}) => ({
  ...{ id: "33333333-3333-4333-8333-333333333333", state: "requested", reason: "contact" },
  ...{
    wanted: ["phone"],
    minutes: 15,
    sealed: false,
    reader_key: "",
    text: "To call back",
    answer: null,
    delayed: false,
  },
  requester: { id: "11111111-1111-4111-8111-111111111111", name: "Arta" },
  ...{ requested_at: "2026-03-01T10:00:00Z", decided_by: null, decided_at: null, opens_at: null },
  ...{ expires_at: "2026-03-08T10:00:00Z", first_read_at: null, readings: 0, ended_at: null, version: 2 },
  allowed_actions: [MAY("withdraw")],
  ...more,
});

const approved = () =>
  request({ state: "approved", opens_at: "2026-03-01T11:00:00Z", allowed_actions: [MAY("read")] });

const standing = (more: object = {}) => ({
  ...{ complainant_kind: "confidential", sealed: false, delayed: false, allowed_actions: [MAY("ask")] },
  ...more,
});

function inCase(kept: object, ...requests: object[]) {
  answers("get", "/api/v1/cases/{case_id}/identity/", kept as never);
  answers("get", ROOM, { next: null, results: requests } as never);
  answers("get", "/api/v1/me/draft-key/", { keys: [] });
  return show(<CaseIdentity caseId={CASE} />);
}

function revealed(seconds: number) {
  return answers("post", `${ROOM}{request_id}/read/`, () => {
    const now = Date.now();
    return HttpResponse.json(
      {
        ...{ name: null, email: null, address: null, phone: PHONE, resealed: null },
        until: new Date(now + seconds * 1000).toISOString(),
      },
      { headers: { Date: new Date(now).toUTCString() } },
    );
  });
}

afterEach(() => vi.useRealTimers());

test("of an anonymous complainant nobody is asked, and the page says so", async () => {
  inCase(standing({ complainant_kind: "anonymous", allowed_actions: [] }));
  expect(await screen.findByText(/nobody here knows who it is/)).toBeTruthy();
  expect(screen.queryByRole("button")).toBeNull();
});

test("a request says why, what and for how long", async () => {
  const made = answers("post", ROOM, request() as never, 201);
  inCase(standing());
  await userEvent.click(await screen.findByRole("button", { name: "Ask to read it" }));
  expect(screen.getByRole("button", { name: "Ask a custodian" })).toHaveProperty("disabled", true);
  await userEvent.type(screen.getByLabelText(/In your own words/), "Call");
  await userEvent.click(screen.getByLabelText("Telephone"));
  await userEvent.click(screen.getByRole("button", { name: "Ask a custodian" }));
  await waitFor(() => expect(made).toHaveLength(1));
  expect(made[0]?.body).toEqual({
    reason: "contact",
    text: "Call",
    wanted: ["phone"],
    minutes: 15,
    reader_key: "",
  });
});

test("nothing is read before somebody asks for it, and what was read stands in no cache", async () => {
  const read = revealed(900);
  const shown = inCase(standing(), approved());
  const button = await screen.findByRole("button", { name: "Read it now" });
  expect(read).toHaveLength(0);
  await userEvent.click(button);
  expect(await screen.findByText(PHONE)).toBeTruthy();
  expect(JSON.stringify({ ...localStorage, ...sessionStorage })).not.toContain(PHONE);
  expect(window.location.href).not.toContain(PHONE);
  await userEvent.click(screen.getByRole("button", { name: "Hide it now" }));
  expect(screen.queryByText(PHONE)).toBeNull();
  shown.unmount();
  expect(document.body.textContent).not.toContain(PHONE);
});

test("it is taken off the screen when the time is over", async () => {
  vi.useFakeTimers({ shouldAdvanceTime: true });
  revealed(5);
  inCase(standing(), approved());
  const user = userEvent.setup({ advanceTimers: vi.advanceTimersByTime });
  await user.click(await screen.findByRole("button", { name: "Read it now" }));
  expect(await screen.findByText(PHONE)).toBeTruthy();
  await act(() => vi.advanceTimersByTimeAsync(8_000));
  expect(screen.queryByText(PHONE)).toBeNull();
});

test("a refused reading shows the server's words and nothing else", async () => {
  answers("post", `${ROOM}{request_id}/read/`, () =>
    problem(409, "identity_request.over", "The time to read is over."),
  );
  inCase(standing(), approved());
  await userEvent.click(await screen.findByRole("button", { name: "Read it now" }));
  expect(await screen.findByText("The time to read is over.")).toBeTruthy();
});

test("a custodian decides from the version that was read, and cannot decide on their own request", async () => {
  const desk = (more: object) =>
    request({
      ...{ partner: "pif", case: null, reference: "PIF-2026-000007", kind: "corruption" },
      allowed_actions: [MAY("approve"), MAY("decline")],
      ...more,
    });
  const why = "Nobody decides on what they asked for themselves.";
  const own = desk({
    id: "44444444-4444-4444-8444-444444444444",
    reference: "PIF-2026-000008",
    allowed_actions: [{ verb: "approve", code: "identity_request.own", reason: why }],
  });
  answers("get", "/api/v1/identity-requests/", { next: null, results: [desk({}), own] } as never);
  const done = answers("post", "/api/v1/identity-requests/{request_id}/approve/", desk({}) as never);
  show(<RequestsPage />, { permissions: ["reveal_identity"] });
  expect(await screen.findByText(/PIF-2026-000007/)).toBeTruthy();
  expect(screen.getByText(why)).toBeTruthy();
  await userEvent.click(screen.getByRole("button", { name: "Approve" }));
  await waitFor(() => expect(done[0]?.headers.get("If-Match")).toBe('"2"'));
  expect(done[0]?.body).toEqual({ answer: "" });
});
