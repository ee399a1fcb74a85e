import { Modal } from "@mantine/core";
import { fireEvent, screen } from "@testing-library/react";
import { useLayoutEffect, useState } from "react";
import { beforeEach, expect, test } from "vitest";
import { show } from "@/testing/render";
import { useShortcuts } from "./shortcuts";

let taken: string[] = [];

beforeEach(() => {
  taken = [];
});

const press = (key: string, target: Element = document.body) => fireEvent.keyDown(target, { key });

function One({ name }: { name: string }) {
  useShortcuts([{ keys: "m", label: "Take it", act: () => taken.push(name) }]);
  return <p>{name}</p>;
}

/** Presses a key in the moment in which something else is on the screen. */
function Quick({ seen }: { seen: string }) {
  useLayoutEffect(() => {
    if (seen === "second")
      document.body.dispatchEvent(new KeyboardEvent("keydown", { key: "m", bubbles: true }));
  }, [seen]);
  return null;
}

function Desk({ keyed }: { keyed: boolean }) {
  const [seen, setSeen] = useState("first");
  return (
    <>
      <button type="button" onClick={() => setSeen("second")}>
        Next
      </button>
      <One name={seen} key={keyed ? seen : "one"} />
      <Quick seen={seen} />
    </>
  );
}

test.each([true, false])("a key acts on what is on the screen, never on what was there before", (keyed) => {
  show(<Desk keyed={keyed} />);
  fireEvent.click(screen.getByText("Next"));
  expect(screen.getByText("second")).toBeTruthy();
  expect(taken).toEqual(["second"]);
});

test("keys rest while somebody types, and under a dialog", () => {
  const page = (dialog: boolean) => (
    <>
      <One name="first" />
      <input aria-label="Note" />
      <Modal opened={dialog} onClose={() => {}} title="Half written">
        <button type="button">Send</button>
      </Modal>
    </>
  );
  const { unmount } = show(page(false));
  press("m", screen.getByLabelText("Note"));
  expect(taken).toEqual([]);
  press("m");
  expect(taken).toEqual(["first"]);
  unmount();
  show(page(true));
  press("m");
  press("m", screen.getByText("Send"));
  expect(taken).toEqual(["first"]);
});
