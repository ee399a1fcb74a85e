/** Where somebody was in a list, for coming back to it: kept in memory, gone with the page. */
export interface Place {
  offset: number;
  active: number;
}

const MOST = 30;
const places = new Map<string, Place>();

export const placeIn = (list: string): Place => places.get(list) ?? { offset: 0, active: -1 };

export function keepPlace(list: string, place: Partial<Place>) {
  const before = placeIn(list);
  places.delete(list);
  places.set(list, { ...before, ...place });
  const [oldest] = places.keys();
  if (places.size > MOST && oldest !== undefined) places.delete(oldest);
}
