export { HiddenPages } from "./HiddenPages";
export { HiddenWords } from "./HiddenWords";
