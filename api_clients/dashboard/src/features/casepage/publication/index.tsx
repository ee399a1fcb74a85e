export { Publication } from "./Publication";
