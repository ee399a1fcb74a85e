export { CaseConsents } from "./CaseConsents";
export { CaseSharing } from "./CaseSharing";
export { NetworkPage } from "./NetworkPage";
