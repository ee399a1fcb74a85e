import { screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { expect, it } from "vitest";
import type { Schemas } from "@/lib/api";
import { show } from "@/testing/render";
import { answers } from "@/testing/server";
import { RetentionPage } from "./RetentionPage";

const AT = "/api/v1/partners/{slug}/retention/" as const;

const policy: Schemas["RetentionPolicy"] = {
  rules: [],
  erases: false,
  suggested: [{ kind: null, ending: null, months: 36 }],
  lowest_months: 6,
  highest_months: 240,
  notice_days: 30,
  erased: [],
  version: 0,
};

function open() {
  answers("get", AT, policy);
  answers("get", "/api/v1/erasure-requests/", { next: null, results: [] });
  answers("get", "/api/v1/partners/{slug}/erasures/", { next: null, results: [] });
  show(<RetentionPage />, {
    permissions: ["manage_partner"],
    at: "/settings/retention",
    route: "/settings/retention/*",
  });
}

it("says in plain words that without a rule nothing is erased", async () => {
  open();
  expect(await screen.findByText(/Nothing is erased by itself/)).toBeTruthy();
  expect(await screen.findByText("Nobody asks for erasure.")).toBeTruthy();
});

it("warns before many cases fall due at once, and saves only what somebody saves", async () => {
  open();
  const tried = answers("post", `${AT}preview/`, { ended: 80, at_once: 40, is_many: true, months: [] });
  const saved = answers("put", AT, { ...policy, erases: true, version: 1 });
  const user = userEvent.setup();
  await user.click(await screen.findByRole("button", { name: "Begin with what is suggested" }));
  await user.click(screen.getByRole("button", { name: "What would that do?" }));
  expect(await screen.findByText("These are many. Look twice before you save.")).toBeTruthy();
  expect(tried[0]?.body).toEqual({ rules: policy.suggested });
  expect(saved).toHaveLength(0);
  await user.click(screen.getByRole("button", { name: "Save the rules" }));
  expect(saved[0]?.body).toEqual({ rules: policy.suggested });
});
