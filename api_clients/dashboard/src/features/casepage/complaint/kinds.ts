import type { MessageDescriptor } from "@lingui/core";
import { msg } from "@lingui/core/macro";
import type { Schemas } from "@/lib/api";

/** How the complainant came, as colleagues say it; the form's own words speak to the complainant. */
export const CAME_AS: Record<Schemas["ComplainantKind"], MessageDescriptor> = {
  anonymous: msg`Anonymous`,
  confidential: msg`Name known to us only`,
  identified: msg`Name may be told`,
};
