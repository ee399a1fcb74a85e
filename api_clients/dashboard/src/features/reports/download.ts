/** Files leave through the same line as everything else: in the reader's language, after a sign-in if need be. */
import { send } from "@/lib/wire";

/** Fetches a file and hands it to the browser. Throws the server's problem. */
export async function download(path: string, query: Record<string, string | undefined>): Promise<void> {
  const address = new URL(path, window.location.origin);
  for (const [name, value] of Object.entries(query)) if (value) address.searchParams.set(name, value);
  const answer = await send(new Request(address));
  if (!answer.ok) throw await answer.json();
  const name = /filename="([^"]+)"/.exec(answer.headers.get("Content-Disposition") ?? "")?.[1] ?? "dosja";
  const kept = URL.createObjectURL(await answer.blob());
  const link = document.createElement("a");
  link.href = kept;
  link.download = name;
  link.click();
  // Some browsers begin to read it only after the click is over.
  setTimeout(() => URL.revokeObjectURL(kept), 10_000);
}
