export function SettingsPages() {
  return null;
}
