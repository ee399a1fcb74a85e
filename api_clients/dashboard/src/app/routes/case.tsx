export { CasePage as default } from "@/features/casepage";
