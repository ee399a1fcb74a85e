export { CaseTasks } from "./CaseTasks";
export { TaskPage } from "./TaskPage";
