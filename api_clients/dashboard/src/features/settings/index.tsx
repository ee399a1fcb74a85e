export { SettingsPages } from "./SettingsPages";
