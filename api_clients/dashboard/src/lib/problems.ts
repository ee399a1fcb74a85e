/** Whatever went wrong, as the problem that a person can be told of. */

import type { Problem } from "@dosja/client";
import { i18n } from "@lingui/core";
import { msg } from "@lingui/core/macro";

export type { Problem };

/** Of any error: the server's own problem, or one for a line that does not work. */
export function asProblem(error: unknown): Problem {
  if (isProblem(error)) return error;
  const lost = error instanceof TypeError || (error instanceof DOMException && error.name !== "AbortError");
  return lost
    ? { type: "about:blank", status: 0, code: "offline", title: i18n._(msg`The server cannot be reached.`) }
    : {
        type: "about:blank",
        status: 500,
        code: "failure",
        title: i18n._(msg`Something went wrong on our side.`),
      };
}

function isProblem(error: unknown): error is Problem {
  return (
    typeof error === "object" && error !== null && "code" in error && "title" in error && "status" in error
  );
}

/** The server's words about each field, for `form.setErrors`. */
export function fieldErrors(error: unknown): Record<string, string> {
  return Object.fromEntries((asProblem(error).errors ?? []).map((one) => [one.field, one.message]));
}
