export { IntakePages as default } from "@/features/intake";
