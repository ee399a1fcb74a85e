/** The last moment of a day here: a share "until Friday" is open on Friday. */
export function endOf(day: string): string | null {
  return day ? new Date(`${day}T23:59:59`).toISOString() : null;
}
