export function CaseConsents(_: { caseId: string }) {
  return null;
}
export function CaseSharing(_: { caseId: string }) {
  return null;
}
