/** Where in the dashboard each kind of task is done. */
import type { Schemas } from "@/lib/api";

type Kind = Schemas["TaskKind"];
/** A part of the case's page, a letter's own page, what lies between partners, or the settings. */
type Spot = "case" | "conversation" | "around" | "referral" | "network" | "webhooks" | "retention";

const SPOT: Record<Kind, Spot> = {
  acknowledge: "conversation",
  referral_due: "referral",
  overdue: "referral",
  answer_arrived: "referral",
  complainant_wrote: "conversation",
  satisfaction_due: "conversation",
  reopening_asked: "case",
  hearing: "around",
  approval_wanted: "referral",
  delivery_failed: "referral",
  delivery_unclear: "referral",
  partner_offer: "network",
  partner_answered: "around",
  transfer_offer: "network",
  appeal_window: "referral",
  share_ends: "around",
  webhook_off: "webhooks",
  erasure_soon: "around",
  erasure_asked: "retention",
  by_hand: "case",
};

interface Where {
  kind: Kind;
  case: { id: string } | null;
  referral: string | null;
}

/** The address at which the task is done; offers, whose case is not shown, are decided between partners. */
export function placeOf(task: Where): string {
  const spot = SPOT[task.kind];
  if (!task.case) return "/network";
  if (spot === "webhooks" || spot === "retention") return `/settings/${spot}`;
  const page = `/cases/${task.case.id}`;
  if (spot === "referral") return task.referral ? `${page}/referrals/${task.referral}` : page;
  return spot === "case" || spot === "network" ? page : `${page}?part=${spot}`;
}
