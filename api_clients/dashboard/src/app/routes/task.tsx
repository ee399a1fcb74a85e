export { TaskPage as default } from "@/features/together";
