/** The parts of the day, in the order in which one looks at them, and what is said of each. */
import type { MessageDescriptor } from "@lingui/core";
import { msg } from "@lingui/core/macro";
import type { Schemas } from "@/lib/api";

export type Today = Schemas["Today"];
export type TaskPart = {
  [Name in keyof Today]: Today[Name] extends Schemas["TasksOfToday"] | null ? Name : never;
}[keyof Today];
export type Part = TaskPart | "new" | "mail" | "quarantine";

export interface Words {
  title: MessageDescriptor;
  /** Said when there is nothing. */
  none: MessageDescriptor;
}

export const PARTS: Record<Part, Words> = {
  overdue: { title: msg`Overdue`, none: msg`Nothing is overdue.` },
  approvals: { title: msg`Waiting for your approval`, none: msg`No letter waits for your approval.` },
  answered: { title: msg`Institutions have answered`, none: msg`No answer waits to be looked at.` },
  written: { title: msg`Complainants have written`, none: msg`No message is unread.` },
  silent: { title: msg`Institutions that are silent`, none: msg`No institution has let its term pass.` },
  new: { title: msg`New complaints`, none: msg`No new complaint waits.` },
  offers: { title: msg`Other partners ask you`, none: msg`No partner asks anything of you.` },
  mail: { title: msg`Mail to be sorted`, none: msg`All mail is sorted.` },
  quarantine: { title: msg`In quarantine`, none: msg`The quarantine is empty.` },
  week: { title: msg`Due today and this week`, none: msg`Nothing else is due this week.` },
  nobodys: { title: msg`Nobody has it yet`, none: msg`Everything that is due has somebody.` },
};

export const ORDER: readonly Part[] = [
  "overdue",
  "approvals",
  "answered",
  "written",
  "silent",
  "new",
  "offers",
  "mail",
  "quarantine",
  "week",
  "nobodys",
];

/** Parts that shout when they are not empty. */
export const LOUD: ReadonlySet<Part> = new Set(["overdue", "silent"]);
