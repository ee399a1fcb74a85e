/** `answers("get", "/api/v1/tasks/", body)`: what the server says in a test; paths come from the description. */
import type { paths } from "@dosja/client";
import { type DefaultBodyType, HttpResponse, http } from "msw";
import { setupServer } from "msw/node";

export const server = setupServer();

type Method = "get" | "post" | "put" | "patch" | "delete";

export interface Asked {
  params: Record<string, string>;
  query: URLSearchParams;
  body: unknown;
  headers: Headers;
}

/** Returns the list of what was asked, which fills while the test runs. */
export function answers(
  method: Method,
  path: keyof paths,
  answer: DefaultBodyType | ((asked: Asked) => DefaultBodyType | Response),
  status = 200,
): Asked[] {
  const seen: Asked[] = [];
  server.use(
    http[method](`http://localhost${path.replaceAll(/\{(\w+)\}/g, ":$1")}`, async ({ request, params }) => {
      const text = await request.text();
      const asked: Asked = {
        params: params as Record<string, string>,
        query: new URL(request.url).searchParams,
        body: text.startsWith("{") ? JSON.parse(text) : text,
        headers: request.headers,
      };
      seen.push(asked);
      const body = typeof answer === "function" ? answer(asked) : answer;
      return body instanceof Response ? body : HttpResponse.json(body, { status });
    }),
  );
  return seen;
}

/** A refusal, as the server words it. */
export function problem(status: number, code: string, title: string, more: object = {}): Response {
  return HttpResponse.json(
    { type: "about:blank", status, code, title, ...more },
    { status, headers: { "Content-Type": "application/problem+json" } },
  );
}
