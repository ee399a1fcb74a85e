export { CaseIdentity } from "./CaseIdentity";
export { RequestsPage } from "./RequestsPage";
