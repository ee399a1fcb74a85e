export { IntakePages } from "./IntakePages";
