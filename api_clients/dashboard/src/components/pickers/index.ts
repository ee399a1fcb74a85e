export { CategoryPicker } from "./CategoryPicker";
export { PersonPicker } from "./PersonPicker";
export { PlacePicker } from "./PlacePicker";
