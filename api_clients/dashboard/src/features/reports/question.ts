/** What is asked of the numbers, kept in the address: it can be sent to a colleague and found again. */
import { useCallback, useMemo } from "react";
import { useSearchParams } from "react-router";
import type { Schemas } from "@/lib/api";
import { type MyPartner, useSession } from "@/lib/session";

export type Interval = "month" | "quarter" | "year";
export type Table = Schemas["StatisticTable"];
export type Statistic = Schemas["Statistic"];

export interface Question {
  partner: string;
  date_from: string;
  date_to: string;
  interval?: Interval;
}

const DAY = /^\d{4}-\d{2}-\d{2}$/;
const INTERVALS: readonly string[] = ["month", "quarter", "year"];

/** The partners whose numbers the person sees, the one in view first. */
export function useCountedPartners(): MyPartner[] {
  const { me, partner } = useSession();
  const counted = me.partners.filter((one) => one.permissions.includes("view_statistics"));
  return counted.sort(
    (one, other) => Number(other.slug === partner?.slug) - Number(one.slug === partner?.slug),
  );
}

/** Who sees numbers and no complaints asks about whole calendar years: the server insists on it. */
export const seesNumbersOnly = (partner: MyPartner) => !partner.permissions.includes("read_complaints");

export function wholeYear(year: number) {
  return { date_from: `${year}-01-01`, date_to: `${year}-12-31` };
}

export function useQuestion(partners: MyPartner[]) {
  const [params, setParams] = useSearchParams();
  const partner = partners.find((one) => one.slug === params.get("partner")) ?? partners[0];
  const question = useMemo(
    () => (partner ? questionIn(params, partner.slug, seesNumbersOnly(partner)) : null),
    [params, partner],
  );
  const ask = useCallback(
    (changes: Partial<Record<"partner" | "from" | "to" | "interval", string | null>>) =>
      setParams(
        (before) => {
          const after = new URLSearchParams(before);
          for (const [name, value] of Object.entries(changes)) {
            if (value) after.set(name, value);
            else after.delete(name);
          }
          return after;
        },
        { replace: true },
      ),
    [setParams],
  );
  return { question, partner, ask };
}

export function questionIn(params: URLSearchParams, partner: string, onlyYears: boolean): Question {
  const from = day(params.get("from"));
  const to = day(params.get("to"));
  const interval = params.get("interval");
  const year = Number((from ?? new Date().toISOString()).slice(0, 4));
  if (onlyYears) return { partner, ...wholeYear(year) };
  return {
    partner,
    date_from: from ?? `${year}-01-01`,
    date_to: to ?? `${year}-12-31`,
    ...(interval && INTERVALS.includes(interval) ? { interval: interval as Interval } : {}),
  };
}

const day = (value: string | null) => (value && DAY.test(value) ? value : null);
