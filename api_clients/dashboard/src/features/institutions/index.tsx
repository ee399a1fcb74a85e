export { InstitutionPicker } from "./InstitutionPicker";

export function InstitutionPages() {
  return null;
}
