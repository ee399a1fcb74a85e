import { screen, waitFor } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { expect, test } from "vitest";
import type { Schemas } from "@/lib/api";
import { show } from "@/testing/render";
import { answers } from "@/testing/server";
import { Notices } from "./Notices";

const NEWS: Schemas["News"] = {
  since: "2026-05-04T06:00:00Z",
  until: "2026-05-04T08:00:00Z",
  tasks: [
    {
      id: "33333333-3333-4333-8333-333333333333",
      kind: "answer_arrived",
      partner: "pif",
      mine: true,
      case: { id: "c", reference: "PIF-2026-000001" },
      referral: "r",
      at: "2026-05-04T07:00:00Z",
    },
  ],
  mails: 1,
  quarantined: 2,
  capped: false,
};

test("the bell and the tab say how much is new, and once seen it is not", async () => {
  let news = NEWS;
  document.head.append(document.createElement("title"));
  document.title = "Today · Dosja";
  answers("get", "/api/v1/me/news/", () => news);
  const seen = answers("post", "/api/v1/me/news/seen/", () => {
    news = { ...NEWS, tasks: [], mails: 0, quarantined: 0 };
    return { seen_until: NEWS.until };
  });
  show(<Notices />);
  await userEvent.click(await screen.findByRole("button", { name: "News: 4 new" }));
  expect(document.title).toBe("(4) Today · Dosja");
  const link = await screen.findByRole("link", { name: "Look at an institution's answer" });
  expect(link.getAttribute("href")).toBe("/cases/c/referrals/r");
  await userEvent.click(screen.getByRole("button", { name: "Mark all as seen" }));
  await screen.findByRole("button", { name: "News: nothing new" });
  expect(seen[0]?.body).toEqual({ until: NEWS.until });
  await waitFor(() => expect(document.title).toBe("Today · Dosja"));
  // Another page names itself: the number stands before it again.
  news = NEWS;
  document.title = "Cases · Dosja";
  expect(await screen.findByText("Nothing new since you looked last.")).toBeTruthy();
});
