export { ReferralPage as default } from "@/features/referrals";
