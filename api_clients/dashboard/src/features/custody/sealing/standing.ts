/** How sealed identities of a partner stand, as the interface gives it. */
import type { Schemas } from "@/lib/api";

export type Standing = Schemas["SealedIdentities"];
export type Custodian = Schemas["KeyCustodian"];

export const SEALING = "/api/v1/partners/{slug}/sealed-identities/" as const;
