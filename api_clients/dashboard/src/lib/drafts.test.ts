import { act, renderHook, waitFor } from "@testing-library/react";
import { expect, test } from "vitest";
import { answers } from "@/testing/server";
import { forgetDraftKey, load, store, useDraft } from "./drafts";

const KEY = btoa("k".repeat(32));
const OTHER = btoa("o".repeat(32));

function keys(...known: string[]) {
  forgetDraftKey();
  answers("get", "/api/v1/me/draft-key/", { keys: known });
}

test("what was typed comes back after a reload, and nobody can read it meanwhile", async () => {
  keys(KEY);
  const first = renderHook(() => useDraft("case/1/note", ""));
  act(() => first.result.current.change("The clerk asked for 200 euros."));
  await waitFor(() => expect(localStorage.length).toBe(1));
  expect(JSON.stringify({ ...localStorage })).not.toContain("200");
  first.unmount();
  forgetDraftKey();
  const again = renderHook(() => useDraft("case/1/note", ""));
  await waitFor(() => expect(again.result.current.value).toBe("The clerk asked for 200 euros."));
  expect(again.result.current.restored).toBe(true);
});

test("a draft opens with the key before the rotation, at its own place only", async () => {
  keys(KEY);
  await store("case/1/note", "words");
  keys(OTHER, KEY);
  expect(await load("case/1/note")).toBe("words");
  localStorage.setItem("dosja.draft.case/2/note", localStorage.getItem("dosja.draft.case/1/note") ?? "");
  expect(await load("case/2/note")).toBeUndefined();
});

test("another person reads nothing and destroys nothing", async () => {
  keys(KEY);
  await store("case/1/note", "words");
  keys(OTHER);
  expect(await load("case/1/note")).toBeUndefined();
  keys(KEY);
  expect(await load("case/1/note")).toBe("words");
});

test("what was sent is no draft any more", async () => {
  keys(KEY);
  const { result } = renderHook(() => useDraft("case/1/note", ""));
  act(() => result.current.change("sent"));
  await waitFor(() => expect(localStorage.length).toBe(1));
  act(() => result.current.clear());
  expect(result.current.value).toBe("");
  expect(localStorage.length).toBe(0);
});
