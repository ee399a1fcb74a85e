export { placeOf } from "./places";
export { TodayPage } from "./TodayPage";
