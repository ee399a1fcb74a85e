export { CaseListPage } from "./CaseListPage";
export { CasePicker } from "./CasePicker";
export { useCaseSearch } from "./useCaseSearch";
