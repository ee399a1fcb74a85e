export { RequestsPage as default } from "@/features/custody";
