export { SecondFactor } from "./SecondFactor";
