export { ReportPages } from "./ReportPages";
