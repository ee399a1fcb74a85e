import type { MessageDescriptor } from "@lingui/core";
import { msg } from "@lingui/core/macro";
import type { Schemas } from "@/lib/api";

export const CERTAINTY: Record<Schemas["Certainty"], MessageDescriptor> = {
  verified: msg`Verified`,
  secondary: msg`From a secondary or older source`,
  unverified: msg`Not verified; do not rely on it`,
};
