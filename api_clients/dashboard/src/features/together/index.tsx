export function TaskPage() {
  return null;
}
export function NetworkPage() {
  return null;
}
export function CaseLinks(_: { caseId: string }) {
  return null;
}
export function CasePresence(_: { caseId: string; version: number }) {
  return null;
}
