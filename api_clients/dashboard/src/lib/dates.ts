/** Days and moments as the reader's language writes them. */
import { i18n } from "@lingui/core";
import { useLingui } from "@lingui/react";

export interface Dates {
  /** A day of the calendar, such as a due date: `2026-04-01`. It has no time zone. */
  day: (day: string) => string;
  /** The same, as short as it gets. */
  shortDay: (day: string) => string;
  /** The month of a day, as "Mar 2026". */
  month: (day: string) => string;
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
  return datesIn(i18n.locale);
}

// Made once for each language: a browser takes milliseconds for these, and a table asks in every cell.
const made = new Map<string, Dates>();

export function datesIn(locale: string): Dates {
  if (isLacking(locale)) return OWN[locale];
  const dates = made.get(locale) ?? intlDates(locale === "en" ? "en-GB" : locale);
  made.set(locale, dates);
  return dates;
}

/** Numbers as the language writes them; for two of them in the way of a language that every browser knows. */
export function numbersIn(locale: string): string {
  return isLacking(locale) ? "fr" : locale === "en" ? "en-GB" : locale;
}

/** A number of things, in the reader's language. */
export function counted(count: number): string {
  return count.toLocaleString(numbersIn(i18n.locale));
}

function intlDates(locale: string): Dates {
  const day = new Intl.DateTimeFormat(locale, { dateStyle: "long", timeZone: "UTC" });
  const shortDay = new Intl.DateTimeFormat(locale, {
    day: "numeric",
    month: "short",
    year: "numeric",
    timeZone: "UTC",
  });
  const month = new Intl.DateTimeFormat(locale, { month: "short", year: "numeric", timeZone: "UTC" });
  const moment = new Intl.DateTimeFormat(locale, { dateStyle: "medium", timeStyle: "short" });
  const time = new Intl.DateTimeFormat(locale, { timeStyle: "short" });
  const relative = new Intl.RelativeTimeFormat(locale, { numeric: "auto" });
  return {
    day: (value) => day.format(asDay(value)),
    shortDay: (value) => shortDay.format(asDay(value)),
    month: (value) => month.format(asDay(value)),
    moment: (value) => moment.format(new Date(value)),
    time: (value) => time.format(new Date(value)),
    fromNow: (value) => {
      const [count, unit] = distance(value);
      return relative.format(count, unit);
    },
  };
}

const asDay = (value: string) => new Date(`${value.slice(0, 10)}T00:00:00Z`);

type Unit = "minute" | "hour" | "day" | "month";

function distance(value: string): [number, Unit] {
  if (value.length === 10) return [daysUntil(value), "day"];
  const minutes = Math.round((Date.parse(value) - Date.now()) / 60_000);
  if (Math.abs(minutes) < 60) return [minutes, "minute"];
  const hours = Math.round(minutes / 60);
  if (Math.abs(hours) < 24) return [hours, "hour"];
  const days = Math.round(hours / 24);
  return Math.abs(days) < 60 ? [days, "day"] : [Math.round(days / 30), "month"];
}

// Chromium comes without Albanian and Georgian dates and would write them in English.
type Lacking = "sq" | "ka";
const isLacking = (locale: string): locale is Lacking => locale === "sq" || locale === "ka";

interface Names {
  months: string[];
  short: number;
  before: (count: number, unit: Unit) => string;
  after: (count: number, unit: Unit) => string;
  near: Record<"-1" | "0" | "1", string>;
  units: Record<Unit, [one: string, many: string]>;
  now: string;
}

// "Pas" takes the ablative.
const AFTER: Names["units"] = {
  minute: ["minute", "minutash"],
  hour: ["ore", "orësh"],
  day: ["dite", "ditësh"],
  month: ["muaji", "muajsh"],
};

const NAMES: Record<Lacking, Names> = {
  sq: {
    months: "janar shkurt mars prill maj qershor korrik gusht shtator tetor nëntor dhjetor".split(" "),
    short: 3,
    before: (count, unit) => `${count} ${NAMES.sq.units[unit][count === 1 ? 0 : 1]} më parë`,
    after: (count, unit) => `pas ${count} ${AFTER[unit][count === 1 ? 0 : 1]}`,
    near: { "-1": "dje", "0": "sot", "1": "nesër" },
    units: {
      minute: ["minutë", "minuta"],
      hour: ["orë", "orë"],
      day: ["ditë", "ditë"],
      month: ["muaj", "muaj"],
    },
    now: "tani",
  },
  ka: {
    months:
      "იანვარი თებერვალი მარტი აპრილი მაისი ივნისი ივლისი აგვისტო სექტემბერი ოქტომბერი ნოემბერი დეკემბერი".split(
        " ",
      ),
    short: 3,
    before: (count, unit) => `${count} ${NAMES.ka.units[unit][0]} წინ`,
    after: (count, unit) => `${count} ${NAMES.ka.units[unit][1]}`,
    near: { "-1": "გუშინ", "0": "დღეს", "1": "ხვალ" },
    units: {
      minute: ["წუთის", "წუთში"],
      hour: ["საათის", "საათში"],
      day: ["დღის", "დღეში"],
      month: ["თვის", "თვეში"],
    },
    now: "ახლა",
  },
};

function ownDates({ months, short, before, after, near, now }: Names): Dates {
  const written = (day: number, month: number, year: number, whole: boolean) =>
    `${day} ${whole ? months[month] : months[month]?.slice(0, short)} ${year}`;
  const inUtc = (value: string, whole: boolean) => {
    const day = asDay(value);
    return written(day.getUTCDate(), day.getUTCMonth(), day.getUTCFullYear(), whole);
  };
  const time = (value: string) => {
    const at = new Date(value);
    return `${String(at.getHours()).padStart(2, "0")}:${String(at.getMinutes()).padStart(2, "0")}`;
  };
  return {
    day: (value) => inUtc(value, true),
    shortDay: (value) => inUtc(value, false),
    month: (value) => inUtc(value, false).replace(/^\d+ /, ""),
    moment: (value) => {
      const at = new Date(value);
      return `${written(at.getDate(), at.getMonth(), at.getFullYear(), false)}, ${time(value)}`;
    },
    time,
    fromNow: (value) => {
      const [count, unit] = distance(value);
      if (unit === "day" && Math.abs(count) < 2) return near[String(count || 0) as keyof Names["near"]];
      if (count === 0) return now;
      return count < 0 ? before(-count, unit) : after(count, unit);
    },
  };
}

const OWN: Record<Lacking, Dates> = { sq: ownDates(NAMES.sq), ka: ownDates(NAMES.ka) };
