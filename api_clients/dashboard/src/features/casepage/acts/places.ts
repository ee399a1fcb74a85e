/** Where on the page each act is done. An act without a place does not build. */
import type { CaseAct } from "../case";

export type Place = "facts" | "people" | "menu" | "conversation" | "notes" | "files" | "letters" | "sections";

export const ACT_PLACES: Record<CaseAct, Place> = {
  change: "facts",
  tag: "facts",
  assign: "people",
  take: "people",
  declare_conflict: "menu",
  record_conflict: "menu",
  restrict: "menu",
  unrestrict: "menu",
  new_receipt: "menu",
  write: "conversation",
  ask: "conversation",
  note: "notes",
  add_file: "files",
  open_original: "files",
  hide: "facts",
  case_file: "menu",
  refer: "letters",
  // Beside each conflict that stands.
  lift_conflict: "sections",
  link: "sections",
  judiciary: "sections",
  share: "sections",
};
