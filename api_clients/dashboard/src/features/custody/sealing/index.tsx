export { SealingPage } from "./SealingPage";
