export { ImportPages as default } from "@/features/imports";
