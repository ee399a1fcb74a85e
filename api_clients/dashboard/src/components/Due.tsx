import { useLingui } from "@lingui/react/macro";
import { Text } from "@mantine/core";
import { daysUntil, useDates } from "@/lib/dates";

/** A day by which something must have happened: the date, how far it is, and loud when it has passed. */
export function Due({ day, done = false }: { day: string | null | undefined; done?: boolean }) {
  const { t } = useLingui();
  const dates = useDates();
  if (!day) return null;
  const left = daysUntil(day);
  const late = !done && left < 0;
  return (
    <Text span size="sm" c={late ? "red" : undefined} fw={late || left <= 3 ? 600 : undefined}>
      <time dateTime={day}>{dates.shortDay(day)}</time>
      {!done && (late ? ` · ${t`overdue`}` : left <= 14 ? ` · ${dates.fromNow(day.slice(0, 10))}` : "")}
    </Text>
  );
}
