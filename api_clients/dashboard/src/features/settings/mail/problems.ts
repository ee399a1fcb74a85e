import type { MessageDescriptor } from "@lingui/core";
import { msg } from "@lingui/core/macro";
import type { Schemas } from "@/lib/api";

export const MAIL_PROBLEM: Record<Schemas["MailAccountProblem"], MessageDescriptor> = {
  host_not_allowed: msg`This server's address is not allowed here.`,
  unreachable: msg`The server cannot be reached.`,
  tls_failed: msg`The encrypted connection failed; perhaps the certificate is not good.`,
  login_refused: msg`The server refuses the user name or the password.`,
  sender_refused: msg`The server refuses this sender address.`,
  folder_missing: msg`There is no such folder.`,
  protocol: msg`The server answers in a way that is not understood.`,
};
