export function InstitutionPages() {
  return null;
}
