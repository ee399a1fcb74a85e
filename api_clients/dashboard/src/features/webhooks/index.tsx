export function WebhookPages() {
  return null;
}
