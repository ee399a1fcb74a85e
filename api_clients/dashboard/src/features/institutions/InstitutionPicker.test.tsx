import { screen, waitFor } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { useState } from "react";
import { expect, test } from "vitest";
import { show } from "@/testing/render";
import { answers } from "@/testing/server";
import { InstitutionPicker } from "./InstitutionPicker";

const institution = (code: string, name: string) => ({ code, name, kind: "municipality" });

function Chosen({ place }: { place?: string }) {
  const [code, setCode] = useState<string | null>(null);
  return (
    <>
      <InstitutionPicker value={code} onChange={setCode} place={place} />
      <output>{code}</output>
    </>
  );
}

test("an institution is found by the server, in any script, and chosen", async () => {
  const asked = answers("get", "/api/v1/institutions/", ({ query }) => ({
    next: null,
    results: query.get("search") ? [institution("xk-prishtina", "Komuna e Prishtinës")] : [],
  }));
  answers("get", "/api/v1/institutions/{code}/", institution("xk-prishtina", "Komuna e Prishtinës"));
  show(<Chosen />);
  await userEvent.type(screen.getByRole("combobox"), "Приштина");
  await userEvent.click(await screen.findByText("Komuna e Prishtinës"));
  expect(await screen.findByText("xk-prishtina")).toBeTruthy();
  await waitFor(() => expect(asked.some((one) => one.query.get("search") === "Приштина")).toBe(true));
});

test("those that work for a place come first", async () => {
  answers("get", "/api/v1/institutions/", ({ query }) => ({
    next: null,
    results: query.get("competent_for")
      ? [institution("al-puke", "Bashkia Pukë")]
      : [institution("al-berat", "Bashkia Berat"), institution("al-puke", "Bashkia Pukë")],
  }));
  show(<Chosen place="al-puke" />);
  await userEvent.click(screen.getByRole("combobox"));
  await screen.findByText("Bashkia Berat");
  await waitFor(() => expect(screen.getAllByRole("option")[0]?.textContent).toContain("Bashkia Pukë"));
});
