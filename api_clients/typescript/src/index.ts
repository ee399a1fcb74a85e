/** A typed client of Dosja's interface, for programs and for pages. */
export { every, ProblemError, told } from "./answers.js";
export {
  type components,
  createDosjaClient,
  ifMatch,
  type Problem,
  type paths,
  type Schemas,
} from "./client.js";
export { createProgram, type ProgramOptions } from "./program.js";
export { SignInError } from "./tokens.js";
