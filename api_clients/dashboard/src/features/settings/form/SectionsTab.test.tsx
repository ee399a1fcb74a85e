import { screen, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { useState } from "react";
import { expect, test } from "vitest";
import { show } from "@/testing/render";
import { answers, problem } from "@/testing/server";
import type { FormSchema, Said } from "./model";
import { SectionsTab } from "./SectionsTab";

const PREVIEW = "/api/v1/partners/{slug}/form/preview/";
const text = (words: string) => ({ en: words, ka: `${words} ka` });

function form(): FormSchema {
  return {
    languages: ["en", "ka"],
    kinds: ["public_service"],
    consents: [],
    sections: [
      {
        name: "one",
        title: text("First"),
        questions: [{ name: "q", type: "yes_no", label: text("Was it slow?") }],
      },
      {
        name: "two",
        title: text("Second"),
        questions: [{ name: "r", type: "text", label: text("How slow?") }],
      },
    ],
  };
}

let schema: FormSchema = form();

function Editor() {
  const [sections, setSections] = useState(form().sections);
  const [errors, setErrors] = useState<Said[]>([]);
  schema = { ...form(), sections };
  return (
    <SectionsTab
      slug="pif"
      schema={schema}
      published={form()}
      errors={errors}
      onErrors={setErrors}
      onChange={setSections}
    />
  );
}

const names = () => schema.sections.map((one) => one.name);

test("pages are moved by buttons and by keyboard", async () => {
  answers("post", PREVIEW, { html: "<p>page</p>" });
  show(<Editor />);
  await userEvent.click(screen.getByRole("button", { name: "Move down: First" }));
  expect(names()).toEqual(["two", "one"]);
  screen.getByRole("button", { name: /2\. First/ }).focus();
  await userEvent.keyboard("{Alt>}{ArrowUp}{/Alt}");
  expect(names()).toEqual(["one", "two"]);
  expect(screen.getByRole("button", { name: "Move up: First" })).toHaveProperty("disabled", true);
});

test("a new question says in which languages it is missing until it is written in both", async () => {
  answers("post", PREVIEW, { html: "" });
  show(<Editor />);
  await userEvent.click(screen.getByRole("button", { name: "Add a question" }));
  await userEvent.click(await screen.findByRole("menuitem", { name: "Yes or no" }));
  expect(screen.getByText("Missing: English, ქართული")).toBeTruthy();
  await userEvent.type(screen.getByLabelText("Question, English"), "Who?");
  expect(screen.getByText("Missing: ქართული")).toBeTruthy();
  await userEvent.type(screen.getByLabelText("Question, ქართული"), "ვინ?");
  expect(screen.queryByText(/^Missing:/)).toBeNull();
  expect(schema.sections[0]?.questions[1]).toEqual({
    name: "question_1",
    type: "yes_no",
    label: { en: "Who?", ka: "ვინ?" },
  });
});

test("a page is put under a condition that looks at an earlier page", async () => {
  answers("post", PREVIEW, { html: "" });
  show(<Editor />);
  const pages = screen.getByRole("list", { name: "Pages of the form" });
  await userEvent.click(within(pages).getByRole("button", { name: /2\. Second/ }));
  const when = screen.getByRole("group", { name: "When the page is shown" });
  await userEvent.click(within(when).getByRole("button", { name: "Only under a condition…" }));
  expect(schema.sections[1]?.when).toEqual({ question: "q", is: [true] });
  await userEvent.click(within(when).getByText("has none of these answers"));
  expect(schema.sections[1]?.when).toEqual({ not: { question: "q", is: [true] } });
  await userEvent.click(within(when).getByRole("button", { name: "Remove" }));
  expect(schema.sections[1]).not.toHaveProperty("when");
});

test("what the server finds wrong is said at its question", async () => {
  answers("post", PREVIEW, () =>
    problem(400, "invalid", "Some of what was sent needs correcting.", {
      errors: [{ field: "schema.sections.0.questions.0.label.ka", code: "too_long", message: "Too long." }],
    }),
  );
  show(<Editor />);
  const question = await screen.findByRole("button", { name: /Was it slow\?.*needs correcting/ });
  await userEvent.click(question);
  expect(await screen.findByText("Too long.")).toBeTruthy();
});
