export function CaseTasks(_: { caseId: string }) {
  return null;
}
