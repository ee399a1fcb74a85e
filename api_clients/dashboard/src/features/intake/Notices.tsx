/** What is new since this person last looked. */
export function Notices() {
  return null;
}
