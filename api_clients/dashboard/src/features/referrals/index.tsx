export { CaseReferrals } from "./CaseReferrals";
export { BlackOut } from "./redaction/BlackOut";
export type { Hidden } from "./redaction/places";
export { ReferralPage } from "./wizard/ReferralPage";
