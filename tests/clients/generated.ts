// A partner's program on a client that another generator made of openapi.yaml: test_other_generator.py runs it.
import { casesRetrieve, complaintsFile, formsRetrieve } from "./client";

declare const process: { argv: string[] };
const [, , baseUrl, slug] = process.argv;

async function main() {
  const form = await formsRetrieve({ baseUrl, path: { slug }, throwOnError: true });
  const number: number = form.data.number;
  // @ts-expect-error a form's number is no text
  const text: string = form.data.number;
  // @ts-expect-error a complaint without its words is none
  const unfinished = () => complaintsFile({ baseUrl, body: { kind: "corruption" } });
  const refused = await casesRetrieve({ baseUrl, path: { case_id: "00000000-0000-4000-8000-000000000001" } });
  const code: string | undefined = refused.error?.code;
  console.log(JSON.stringify({ number, text: typeof text, unfinished: typeof unfinished, code }));
}

void main();
