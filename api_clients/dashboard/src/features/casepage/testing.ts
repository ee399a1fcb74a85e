/** A case of the tests, as changed. */
import type { Case, CaseEvent, Message } from "./case";

export function aCase(changes: Partial<Case> = {}): Case {
  return {
    id: "22222222-2222-4222-8222-222222222222",
    reference: "PIF-2026-000001",
    former_reference: "",
    owner: "pif",
    kind: "public_service",
    state: "triage",
    stage: "intake",
    severity: 2,
    category: { code: "delay", name: "Delay" },
    institution: { code: "al-cadastre", name: "Cadastre" },
    place: null,
    opened_at: "2026-03-02T09:00:00Z",
    due_at: null,
    overdue: false,
    due: null,
    outcome: null,
    resolved_at: null,
    closed_at: null,
    version: 1,
    summary: "A certificate that does not come",
    assignee: null,
    restricted: false,
    complaint: {
      complainant_kind: "anonymous",
      language: "sq",
      channel: "web_form",
      happened_on: null,
      contact_wish: "receipt_only",
    },
    admissibility_note: null,
    inadmissible_reason: "",
    advice: null,
    outcome_text: null,
    impact: null,
    value_recovered: null,
    value_currency: "",
    satisfaction: null,
    duplicate_of: null,
    tags: [],
    people: [],
    allowed_actions: [],
    allowed_acts: [],
    ...changes,
  };
}

export function anEvent(changes: Partial<CaseEvent> = {}): CaseEvent {
  return {
    id: 1,
    at: "2026-03-02T09:00:00Z",
    action: "case.open",
    kind: "stage",
    actor_kind: "staff",
    actor: { id: "11111111-1111-4111-8111-111111111111", name: "Arta" },
    from_state: "",
    to_state: "",
    facts: {},
    note: null,
    message: null,
    answer: null,
    person: null,
    partner: null,
    institution: null,
    case: null,
    ...changes,
  };
}

export function aMessage(changes: Partial<Message> = {}): Message {
  return {
    id: "44444444-4444-4444-8444-444444444444",
    sender: "complainant",
    author: null,
    text: "They did not answer.",
    sent_at: "2026-03-02T09:00:00Z",
    read_at: null,
    asks: false,
    ended_at: null,
    files: [],
    ...changes,
  };
}
