export { CasePage } from "./CasePage";
export { type Case, CaseContext, isWhole, useCase } from "./case";
export { Complaint, InTheirWords } from "./complaint/Complaint";
export { EditFacts } from "./facts/EditFacts";
export { StepModal } from "./steps/StepModal";
