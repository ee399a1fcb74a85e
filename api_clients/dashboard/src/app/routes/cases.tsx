export { CaseListPage as default } from "@/features/caselist";
