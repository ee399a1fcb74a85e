/** Page numbers as people write them: "2, 5-7". */

const MOST = 300;

/** The numbers; null where something else was written. */
export function pagesIn(typed: string): number[] | null {
  const pages = new Set<number>();
  for (const piece of typed.split(/[,;\s]+/).filter(Boolean)) {
    const [, from, , to] = /^(\d{1,3})(-(\d{1,3}))?$/.exec(piece) ?? [];
    const first = Number(from);
    const last = to === undefined ? first : Number(to);
    if (!from || first < 1 || last < first || last > MOST) return null;
    for (let page = first; page <= last; page += 1) pages.add(page);
  }
  return [...pages].sort((one, other) => one - other);
}

/** And back, with stretches as ranges. */
export function written(pages: number[]): string {
  const stretches: [number, number][] = [];
  for (const page of pages) {
    const last = stretches.at(-1);
    if (last && last[1] === page - 1) last[1] = page;
    else stretches.push([page, page]);
  }
  return stretches.map(([first, last]) => (first === last ? `${first}` : `${first}-${last}`)).join(", ");
}
