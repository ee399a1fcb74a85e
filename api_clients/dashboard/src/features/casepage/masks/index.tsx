export { HiddenPages } from "./HiddenPages";
export { HiddenInMessage, HiddenWords } from "./HiddenWords";
