export { NetworkPage as default } from "@/features/together";
