export { CaseKeeping } from "./CaseKeeping";
export { RetentionPage } from "./RetentionPage";
