/** What people call the codes of requests for identities. They come with these pages, not with the first. */
import type { MessageDescriptor } from "@lingui/core";
import { msg } from "@lingui/core/macro";
import type { Schemas } from "@/lib/api";

export const IDENTITY_FIELD: Record<Schemas["IdentityField"], MessageDescriptor> = {
  name: msg`Name`,
  email: msg`E-mail`,
  phone: msg`Telephone`,
  address: msg`Address`,
};

export const REQUEST_REASON: Record<Schemas["IdentityRequestReason"], MessageDescriptor> = {
  contact: msg`To reach the complainant`,
  referral: msg`To send the complaint with its author's name`,
  service: msg`To arrange help for the complainant`,
  danger: msg`Danger to life or liberty`,
  court_order: msg`A court or an authority demands it by law`,
  own_data: msg`The complainant asked for what is kept about them`,
};

export const REQUEST_STATE: Record<Schemas["IdentityRequestState"], MessageDescriptor> = {
  requested: msg`Waits for a custodian`,
  approved: msg`Approved`,
  declined: msg`Declined`,
  withdrawn: msg`Taken back`,
  expired: msg`Time is over`,
  ended: msg`Ended early`,
};
