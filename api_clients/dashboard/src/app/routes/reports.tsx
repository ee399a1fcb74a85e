export { ReportPages as default } from "@/features/reports";
