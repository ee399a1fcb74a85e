import { screen, waitFor } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { beforeEach, expect, test } from "vitest";
import { show } from "@/testing/render";
import { answers } from "@/testing/server";
import { CaseIdentity } from "../CaseIdentity";
import { KeyError, keyFile, makeKeyPair, makeReaderKey, openKeyFile, openWith, reseal, sealTo } from "./age";
import { copiesFor } from "./PassOn";
import { forgetReader, forgetTab, keepReader, readerOf } from "./readers";
import { SealingPage } from "./SealingPage";

// Sealed by the server's library to this key, which was made for the test.
const SEALED_BY_SERVER = {
  secret: "AGE-SECRET-KEY-10D237V24TCKKEG6XH8STHTZPVU92J2HWLDNZ8E27MZUQKMCJWPFQFNV7KG",
  file:
    "YWdlLWVuY3J5cHRpb24ub3JnL3YxCi0+IFgyNTUxOSBnSUlOdWlHVTFHU0tMTkR0Y3pnK1dUUkJ6Tkhsa3B3dWsv" +
    "VDY0K3JHZEdNCm9neFBrWGwwV3V5ZGxhSitlQitpcGNBZ2dWNkNyQkFXQm01V2l2b0R2SncKLT4gXlYjb1ktZ3Jl" +
    "YXNlICVRSTw0ICRdIGV1NUtQPgozZ25udzRSU0xRCi0tLSBETVNPZGhuT0dhaEY5aXdkY2ZpU3dSN0pKOUlrRzB6" +
    "UXlUMDlnVTVpeDVBCjBBpER/DanBAfA4d4mtxbUx+mmmLZZjjSIFle1t397LNXpHi/4H14yLwZLDClnOL3zB22rk" +
    "h3oSzVcMhNj0TgudiIv9wki8G88iwjRfFMf+JfcX6iwHefzfY2lorGTfjJ8Eifb/tFzp2G/GmLhDeBRA6EfSpwyk" +
    "sKT7is6WRKKUxZbzMB/hDAIz0J2gUpt+dTulWlqWrFAZxqS2M2AZFDda00IYz9/9TU6RZV3tdSX/dLmGk96aleJS" +
    "s5t1KnFY3ZTH7QU3brEaE7+6Ffpn9n08+MKOR9JlmuTJEUsb22K0v+sTL/IKdjj3FWsNtDP6c1GkTcE3OkTyn9wc" +
    "/KMoRgYDDOV7r/xq+ZB4CgnWayK65TIslc2f9+BeV8ilWZGWjUV9MaMOYaUxdi3zUjPEKQf0NbeGwGrUeIp+vKLb" +
    "b/T+qVO//biwYEdr9sspX/tBDI8+jZMTUuzysSDt5WOIuLPXPHXQkiF4Mfx4h52tZbVfTJKJ/tN7VxMkxmrclQIB" +
    "UkJ8lh3cG7iFWa/CRfbcGPZlDbj08/tlB+aeALRhh1te2XJHGip9Hx+H2V9aF5vbJ50B3ge0vnwz3f+691pH1rU7" +
    "3cBEHbAphiGILnEiv4INbdoaMUVNeTpQhoWV1Me2VmuPdQZb+hp6AxoRFer2MD+b8nArhlUUGX4pf0fLsvAfu1p2" +
    "SJdwn6vHqW0CKKWvBv19gOOzmVCq16JxTxrrKJU=",
};
const CASE = "22222222-2222-4222-8222-222222222222";
const MAY = (verb: string) => ({ verb, code: null, reason: null });

beforeEach(forgetTab);

test("what the server sealed at intake opens in a browser", async () => {
  const told = JSON.parse(await openWith(SEALED_BY_SERVER.secret, SEALED_BY_SERVER.file));
  expect(told).toEqual({ name: "Drita Kola", phone: "+355 69 123 4567" });
});

test("a custodian's browser passes on what was asked for and nothing else", async () => {
  const [own, reader] = [await makeKeyPair(), await makeReaderKey()];
  const unsealed = {
    sealed: SEALED_BY_SERVER.file,
    wrapped: await sealTo(own.public, SEALED_BY_SERVER.secret),
    public: "",
    reader_key: reader.public,
    wanted: ["phone" as const, "address" as const],
    version: 3,
  };
  const resealed = await reseal(unsealed, own.secret);
  expect(JSON.parse(await openWith(reader.key, resealed))).toEqual({
    phone: "+355 69 123 4567",
    address: "",
  });
  await expect(openWith(own.secret, resealed)).rejects.toThrow(KeyError);
});

test("the key to read a request with cannot be taken out of the browser", async () => {
  const { key } = await makeReaderKey();
  expect(typeof key).not.toBe("string");
  expect((key as CryptoKey).extractable).toBe(false);
});

test("a key file opens with its passphrase; a wrong one, or another file, is told plainly", async () => {
  const pair = await makeKeyPair();
  const file = await keyFile(pair, "katër fjalë të gjata");
  expect(await openKeyFile(file, "katër fjalë të gjata")).toBe(pair.secret);
  await expect(openKeyFile(file, "something else")).rejects.toMatchObject({ trouble: "wrong_passphrase" });
  const photo = new TextEncoder().encode("JFIF");
  await expect(openKeyFile(photo, "x")).rejects.toMatchObject({ trouble: "not_a_key_file" });
}, 60_000);

test("a new custodian gets older keys too, and the recovery key does as well as one's own", async () => {
  const [own, recovery, other] = [await makeKeyPair(), await makeKeyPair(), await makeKeyPair()];
  const copy = async (id: string, secret: string) => ({
    ...{ sealing_key: id, public: "", retired_at: null },
    own: await sealTo(own.public, secret),
    recovery: await sealTo(recovery.public, secret),
  });
  const kept = [await copy("new", "AGE-SECRET-KEY-NEW"), await copy("old", "AGE-SECRET-KEY-OLD")];
  for (const secret of [own.secret, recovery.secret]) {
    const passed = await copiesFor(other.public, secret, kept);
    expect(passed.map((one) => one.sealing_key)).toEqual(["new", "old"]);
    expect(await openWith(other.secret, passed[1]?.wrapped ?? "")).toBe("AGE-SECRET-KEY-OLD");
  }
  await expect(copiesFor(own.public, other.secret, kept)).rejects.toMatchObject({ trouble: "wrong_key" });
});

test("the key of an ended request is forgotten", async () => {
  await keepReader("age1x", "words");
  expect(await readerOf("age1x")).toBe("words");
  await forgetReader("age1x");
  expect(await readerOf("age1x")).toBeUndefined();
});

function inCase(request: object) {
  const standing = { complainant_kind: "confidential", sealed: true, delayed: false };
  answers("get", "/api/v1/cases/{case_id}/identity/", { ...standing, allowed_actions: [] } as never);
  const kept = {
    ...{ id: "33333333-3333-4333-8333-333333333333", state: "approved", reason: "contact", sealed: true },
    ...{ wanted: ["phone"], minutes: 15, text: "x", answer: null, delayed: false, decided_by: null },
    requester: { id: "11111111-1111-4111-8111-111111111111", name: "Arta" },
    ...{ requested_at: "2026-03-01T10:00:00Z", decided_at: null, opens_at: "2026-03-01T11:00:00Z" },
    ...{ expires_at: "2026-03-08T10:00:00Z", first_read_at: null, readings: 0, ended_at: null, version: 2 },
    allowed_actions: [MAY("read")],
    ...request,
  };
  answers("get", "/api/v1/cases/{case_id}/identity-requests/", { next: null, results: [kept] } as never);
  return show(<CaseIdentity caseId={CASE} />);
}

test("who asked reads a sealed identity in the browser in which they asked", async () => {
  const reader = await makeReaderKey();
  await keepReader(reader.public, reader.key);
  const resealed = await sealTo(reader.public, JSON.stringify({ phone: "+355 69 123 4567" }));
  const until = new Date(Date.now() + 900_000).toISOString();
  const nothing = { name: null, email: null, phone: null, address: null };
  answers("post", "/api/v1/cases/{case_id}/identity-requests/{request_id}/read/", {
    ...nothing,
    ...{ resealed, until },
  } as never);
  inCase({ reader_key: reader.public });
  await userEvent.click(await screen.findByRole("button", { name: "Read it now" }));
  expect(await screen.findByText("+355 69 123 4567")).toBeTruthy();
  expect(JSON.stringify({ ...localStorage, ...sessionStorage })).not.toContain("123 4567");
});

test("in another browser the page says so, and no reading is written down for nothing", async () => {
  const read = answers("post", "/api/v1/cases/{case_id}/identity-requests/{request_id}/read/", {} as never);
  inCase({ reader_key: "age1ofanotherbrowser" });
  await userEvent.click(await screen.findByRole("button", { name: "Read it now" }));
  expect(await screen.findByText(/a key that is not in this browser/)).toBeTruthy();
  expect(read).toHaveLength(0);
});

test("a coordinator turns sealing on for the key that the page showed", async () => {
  const key = {
    ...{ id: "55555555-5555-4555-8555-555555555555", public: "age1a", recovery_public: "age1b" },
    ...{ made_by: null, made_at: "2026-03-01T10:00:00Z", left_at: null },
  };
  const person = { id: "66666666-6666-4666-8666-666666666666", name: "Dafina" };
  const dafina = { person, public: "age1qqqqwwwweeeerrrrtttt", made_at: null, opens_current: true, opens: 1 };
  const standing = { on: false, key, keys: 1, custodians: [dafina], allowed_actions: [MAY("turn_on")] };
  answers("get", "/api/v1/partners/{slug}/sealed-identities/", standing as never);
  const on = answers("post", "/api/v1/partners/{slug}/sealed-identities/turn_on/", standing as never);
  show(<SealingPage />, { permissions: ["manage_partner"] });
  expect(await screen.findByText(/Only one custodian opens what is sealed/)).toBeTruthy();
  expect(screen.getByText("qqqq wwww eeee rrrr tttt")).toBeTruthy();
  await userEvent.click(screen.getByRole("button", { name: "Seal identities from now on" }));
  await waitFor(() => expect(on[0]?.body).toEqual({ sealing_key: key.id }));
});
