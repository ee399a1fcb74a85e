export { InstitutionPages } from "./InstitutionPages";
export { InstitutionPicker } from "./InstitutionPicker";
