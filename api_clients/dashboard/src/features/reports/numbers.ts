/** Numbers and stretches of time as the reader's language writes them. */
import { useLingui } from "@lingui/react";
import { useCallback } from "react";
import type { Schemas } from "@/lib/api";
import { datesIn, numbersIn } from "@/lib/dates";

export function useNumbers() {
  const { i18n } = useLingui();
  return useCallback(
    (value: number, measure: Schemas["Measure"]): string => {
      const places = measure === "amount" ? 2 : measure === "score" || measure === "days" ? 1 : 0;
      const written = new Intl.NumberFormat(numbersIn(i18n.locale), {
        maximumFractionDigits: places,
        minimumFractionDigits: measure === "amount" && !Number.isInteger(value) ? 2 : 0,
      }).format(value);
      return measure === "percent" ? `${written} %` : written;
    },
    [i18n.locale],
  );
}

/** `2026-03` as "Mar 2026"; what is no month keeps its own name. */
export function useStretchName() {
  const { i18n } = useLingui();
  return useCallback(
    (code: string, label: string): string => {
      if (!/^\d{4}-\d{2}$/.test(code)) return label;
      return datesIn(i18n.locale).month(`${code}-01`);
    },
    [i18n.locale],
  );
}
