/** Days and moments as the reader's language writes them. */
import { useLingui } from "@lingui/react";
import { useMemo } from "react";

export interface Dates {
  /** A day of the calendar, such as a due date: `2026-04-01`. It has no time zone. */
  day: (day: string) => string;
  /** The same, as short as it gets. */
  shortDay: (day: string) => string;
  /** A moment, in this computer's time zone. */
  moment: (moment: string) => string;
  time: (moment: string) => string;
  /** "in 3 days", "2 months ago". */
  fromNow: (moment: string) => string;
}

/** Days from today (of this computer) to a day of the calendar; negative when it is over. */
export function daysUntil(day: string, today: Date = new Date()): number {
  const here = Date.UTC(today.getFullYear(), today.getMonth(), today.getDate());
  return Math.round((Date.parse(`${day.slice(0, 10)}T00:00:00Z`) - here) / 86_400_000);
}

export function useDates(): Dates {
  const { i18n } = useLingui();
  return useMemo(() => datesIn(i18n.locale === "en" ? "en-GB" : i18n.locale), [i18n.locale]);
}

export function datesIn(locale: string): Dates {
  const day = new Intl.DateTimeFormat(locale, { dateStyle: "long", timeZone: "UTC" });
  const shortDay = new Intl.DateTimeFormat(locale, {
    day: "numeric",
    month: "short",
    year: "numeric",
    timeZone: "UTC",
  });
  const moment = new Intl.DateTimeFormat(locale, { dateStyle: "medium", timeStyle: "short" });
  const time = new Intl.DateTimeFormat(locale, { timeStyle: "short" });
  const relative = new Intl.RelativeTimeFormat(locale, { numeric: "auto" });
  return {
    day: (value) => day.format(asDay(value)),
    shortDay: (value) => shortDay.format(asDay(value)),
    moment: (value) => moment.format(new Date(value)),
    time: (value) => time.format(new Date(value)),
    fromNow: (value) => inWords(relative, value),
  };
}

const asDay = (value: string) => new Date(`${value.slice(0, 10)}T00:00:00Z`);

function inWords(relative: Intl.RelativeTimeFormat, value: string): string {
  if (value.length === 10) return relative.format(daysUntil(value), "day");
  const minutes = Math.round((Date.parse(value) - Date.now()) / 60_000);
  if (Math.abs(minutes) < 60) return relative.format(minutes, "minute");
  const hours = Math.round(minutes / 60);
  if (Math.abs(hours) < 24) return relative.format(hours, "hour");
  const days = Math.round(hours / 24);
  return Math.abs(days) < 60 ? relative.format(days, "day") : relative.format(Math.round(days / 30), "month");
}
