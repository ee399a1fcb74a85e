export function CaseListPage() {
  return null;
}
export { useCaseSearch } from "./useCaseSearch";
