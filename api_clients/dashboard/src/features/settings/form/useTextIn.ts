import { useLingui } from "@lingui/react";
import { useCallback } from "react";
import type { Texts } from "../TextsInput";

/** A text of the form in the reader's language, or in whichever it has. */
export function useTextIn() {
  const { i18n } = useLingui();
  return useCallback(
    (texts: Texts | undefined): string =>
      texts?.[i18n.locale] ?? Object.values(texts ?? {}).find((one) => one) ?? "",
    [i18n.locale],
  );
}
