export { TaskPage } from "@/features/casetasks";
export { NetworkPage } from "@/features/sharing";
export { CaseLinks } from "./CaseLinks";
export { CasePresence } from "./CasePresence";
