import { lazy } from "react";

export { CaseIdentity } from "./CaseIdentity";
export { RequestsPage } from "./RequestsPage";

/** Few come here, and it brings the keys' library along: fetched when it is opened. */
export const SealingPage = lazy(async () => ({
  default: (await import("./sealing/SealingPage")).SealingPage,
}));
