import type { Schemas } from "@/lib/api";

export type Webhook = Schemas["Webhook"];
export type EventType = Schemas["WebhookEventType"];
export type Delivery = Schemas["WebhookDelivery"];
