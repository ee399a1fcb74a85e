/** Compiled, never run: what is wrong does not compile. */
import { createProgram, every, told } from "../src/index.js";

const dosja = createProgram({ baseUrl: "https://dosja.example", clientId: "", clientSecret: "" });

export async function understood(): Promise<string[]> {
  const references: string[] = [];
  for await (const one of every((cursor) =>
    dosja.GET("/api/v1/cases/", { params: { query: { cursor, state: ["open"] } } }),
  )) {
    references.push(one.reference);
    // @ts-expect-error A case has no such member.
    one.refrence;
  }
  return references;
}

export async function refused(): Promise<void> {
  // @ts-expect-error There is no such path.
  await dosja.GET("/api/v1/case/");
  // @ts-expect-error No case is in such a state.
  await dosja.GET("/api/v1/cases/", { params: { query: { state: ["opened"] } } });
  const task = await told(dosja.GET("/api/v1/tasks/{task_id}/", { params: { path: { task_id: "" } } }));
  // @ts-expect-error A title is no number.
  task.title.toFixed();
}
