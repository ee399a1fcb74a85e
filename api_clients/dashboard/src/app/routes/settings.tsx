export { SettingsPages as default } from "@/features/settings";
