export { ImportPages } from "./ImportPages";
