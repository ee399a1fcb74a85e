export { InstitutionPages as default } from "@/features/institutions";
