export { CaseReferrals } from "./CaseReferrals";
export { ReferralPage } from "./wizard/ReferralPage";
export { BlackOut } from "./redaction/BlackOut";
export type { Hidden } from "./redaction/places";
