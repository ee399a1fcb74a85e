import { useSession } from "@/lib/session";

/** The present day of the partner in view, as `2026-04-01`: a computer abroad may be a day off. */
export function useToday(): string {
  return todayIn(useSession().partner?.time_zone);
}

export function todayIn(timeZone: string | undefined, now: Date = new Date()): string {
  return now.toLocaleDateString("sv-SE", { timeZone });
}
