/** A typed client of Dosja's interface: every path, body and answer comes from `openapi.yaml`. */
import createClient, { type Client, type ClientOptions } from "openapi-fetch";
import type { components, paths } from "./schema.js";

export type { components, paths };
export type Schemas = components["schemas"];
/** An RFC 9457 problem document: a stable code for programs, a sentence for people. */
export type Problem = Schemas["ProblemSchema"];

export function createDosjaClient(options: ClientOptions): Client<paths> {
  return createClient<paths>({
    // Lists go as `?state=open&state=referred`, the way the server reads them.
    querySerializer: { array: { style: "form", explode: true } },
    ...options,
  });
}

/** The value of `If-Match` for a change of this version. */
export function ifMatch(version: number): string {
  return `"${version}"`;
}
