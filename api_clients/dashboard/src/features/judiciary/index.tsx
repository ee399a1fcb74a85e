export function CaseJudiciary(_: { caseId: string }) {
  return null;
}
