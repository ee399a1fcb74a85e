import type { MessageDescriptor } from "@lingui/core";
import { msg } from "@lingui/core/macro";
import type { Schemas } from "@/lib/api";

const SCOPE: Record<Schemas["Scope"], MessageDescriptor> = {
  intake: msg`File complaints`,
  "cases:read": msg`Read cases and numbers`,
  "cases:write": msg`Work cases`,
  "partner:manage": msg`Keep members and settings`,
};

export const useScopeWords = () => SCOPE;
