export { WebhookPages } from "./WebhookPages";
