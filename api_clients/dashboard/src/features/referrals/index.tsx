export function ReferralPage() {
  return null;
}
export function CaseReferrals(_: { caseId: string }) {
  return null;
}
