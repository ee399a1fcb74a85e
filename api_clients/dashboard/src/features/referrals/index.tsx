export { CaseReferrals } from "./CaseReferrals";
export { ReferralPage } from "./wizard/ReferralPage";
