import { fireEvent, screen, waitFor } from "@testing-library/react";
import { expect, test } from "vitest";
import { show } from "@/testing/render";
import { answers } from "@/testing/server";
import { PaletteKey } from "./PaletteKey";

test("what is typed before the palette is there stands in it, and no key of the page beneath acts", async () => {
  answers("get", "/api/v1/cases/", { next: null, previous: null, results: [] });
  let beneath = 0;
  const listen = () => {
    beneath += 1;
  };
  show(<PaletteKey />);
  fireEvent.keyDown(document.documentElement, { key: "k", ctrlKey: true });
  document.addEventListener("keydown", listen);
  for (const key of "gr") fireEvent.keyDown(document.body, { key });
  document.removeEventListener("keydown", listen);
  await waitFor(() => expect(screen.getByRole("textbox")).toHaveProperty("value", "gr"), { timeout: 10_000 });
  expect(beneath).toBe(0);
});
