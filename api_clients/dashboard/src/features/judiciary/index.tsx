export { CaseJudiciary } from "./CaseJudiciary";
