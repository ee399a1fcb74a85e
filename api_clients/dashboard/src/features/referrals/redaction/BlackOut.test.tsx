import { fireEvent, screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { useState } from "react";
import { describe, expect, it, vi } from "vitest";
import { show } from "@/testing/render";
import { BlackOut } from "./BlackOut";
import type { Hidden } from "./places";

const TEXT = "Drejtori Gjon Prela kërkoi para.";
const NAME = { start: 9, end: 19 };

function Page({ onChange }: { onChange: (hidden: Hidden[]) => void }) {
  const [hidden, setHidden] = useState<Hidden[]>([]);
  return (
    <BlackOut
      label="Words"
      part="narrative"
      text={TEXT}
      hidden={hidden}
      onChange={(places) => {
        setHidden(places);
        onChange(places);
      }}
    />
  );
}

function words() {
  return screen.getByLabelText<HTMLTextAreaElement>("Words");
}

describe("the complainant's words are blacked out", () => {
  it("by keyboard: a selection and Enter", () => {
    const onChange = vi.fn();
    show(<Page onChange={onChange} />);
    words().setSelectionRange(NAME.start, NAME.end);
    fireEvent.keyDown(words(), { key: "Enter" });
    expect(onChange).toHaveBeenCalledWith([{ part: "narrative", reason: "name", ...NAME }]);
    expect(words().value).toBe("Drejtori ██████████ kërkoi para.");
  });

  it("by mouse: a selection and the button, with the reason that was chosen", async () => {
    const onChange = vi.fn();
    show(<Page onChange={onChange} />);
    await userEvent.click(screen.getByRole("combobox", { name: "What is hidden" }));
    await userEvent.click(await screen.findByRole("option", { name: "Somebody else" }));
    words().setSelectionRange(NAME.start, NAME.end);
    fireEvent.click(screen.getByRole("button", { name: "Black out the selection" }));
    expect(onChange).toHaveBeenCalledWith([{ part: "narrative", reason: "third_person", ...NAME }]);
  });

  it("and nothing happens without a selection", () => {
    const onChange = vi.fn();
    show(<Page onChange={onChange} />);
    words().setSelectionRange(5, 5);
    fireEvent.keyDown(words(), { key: "Enter" });
    expect(onChange).not.toHaveBeenCalled();
  });

  it("what is hidden is listed with its reason and can be uncovered", async () => {
    const onChange = vi.fn();
    show(<Page onChange={onChange} />);
    words().setSelectionRange(NAME.start, NAME.end);
    fireEvent.keyDown(words(), { key: "Enter" });
    expect(screen.getByRole("list", { name: "Blacked out" }).textContent).toContain("Gjon Prela");
    await userEvent.click(screen.getByRole("button", { name: "Uncover" }));
    expect(words().value).toBe(TEXT);
  });

  it("nothing can be typed, cut or pasted into them", async () => {
    show(<Page onChange={() => undefined} />);
    const typed = new InputEvent("beforeinput", { cancelable: true, bubbles: true });
    words().dispatchEvent(typed);
    expect(typed.defaultPrevented).toBe(true);
    fireEvent.change(words(), { target: { value: "something else" } });
    expect(words().value).toBe(TEXT);
  });
});
