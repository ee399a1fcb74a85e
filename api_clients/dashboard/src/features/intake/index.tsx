export function IntakePages() {
  return null;
}
