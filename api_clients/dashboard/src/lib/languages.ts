/** The five languages, by the names that their readers use. */

import type { Schemas } from "@dosja/client";
import { i18n } from "@lingui/core";

export type Language = Schemas["Language"];

export const LANGUAGES: Record<Language, string> = {
  sq: "Shqip",
  "sr-Latn": "Srpski (latinica)",
  "sr-Cyrl": "Српски (ћирилица)",
  ka: "ქართული",
  en: "English",
};

export function isLanguage(value: string | null | undefined): value is Language {
  return value != null && Object.hasOwn(LANGUAGES, value);
}

/** Loads the catalogue and shows everything in that language. */
export async function speak(language: Language): Promise<void> {
  const { messages } = await CATALOGUES[language]();
  i18n.loadAndActivate({ locale: language, messages });
  document.documentElement.lang = language;
}

// Written out, so that each becomes a file of its own.
const CATALOGUES: Record<Language, () => Promise<{ messages: Parameters<typeof i18n.load>[1] }>> = {
  sq: () => import("../locales/sq.po"),
  "sr-Latn": () => import("../locales/sr-Latn.po"),
  "sr-Cyrl": () => import("../locales/sr-Cyrl.po"),
  ka: () => import("../locales/ka.po"),
  en: () => import("../locales/en.po"),
};
