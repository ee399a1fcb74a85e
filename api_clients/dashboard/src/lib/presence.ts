/** Whether somebody sits before this page: a key or the pointer moved within the last minute. */

const AWAY_AFTER = 60_000;
let last = Date.now();

export function somebodyIsHere(): void {
  last = Date.now();
}

export function nobodyIsHere(now: number = Date.now()): boolean {
  return now - last > AWAY_AFTER;
}

for (const event of ["keydown", "pointerdown", "pointermove", "wheel", "touchstart"]) {
  window.addEventListener(event, somebodyIsHere, { passive: true, capture: true });
}
