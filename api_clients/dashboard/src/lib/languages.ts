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

type Catalogue = () => Promise<{ messages: Parameters<typeof i18n.load>[1] }>;

let pagesWanted = false;

/** Loads the catalogue and shows everything in that language. */
export async function speak(language: Language): Promise<void> {
  const wanted = pagesWanted ? [FRAME[language], PAGES[language]] : [FRAME[language]];
  const loaded = await Promise.all(wanted.map((load) => load()));
  i18n.loadAndActivate({
    locale: language,
    messages: Object.assign({}, ...loaded.map((one) => one.messages)),
  });
  document.documentElement.lang = language;
}

/** The words of all pages but the first: loaded beside the page that needs them. */
export async function wordsOfPages(): Promise<void> {
  if (pagesWanted) return;
  pagesWanted = true;
  const language = i18n.locale as Language;
  const { messages } = await PAGES[language]();
  i18n.load(language, messages);
  // Somebody may have chosen another language meanwhile; that one came whole.
  if (i18n.locale === language) i18n.activate(language);
}

// Written out, so that each becomes a file of its own.
const FRAME: Record<Language, Catalogue> = {
  sq: () => import("../locales/frame/sq.po"),
  "sr-Latn": () => import("../locales/frame/sr-Latn.po"),
  "sr-Cyrl": () => import("../locales/frame/sr-Cyrl.po"),
  ka: () => import("../locales/frame/ka.po"),
  en: () => import("../locales/frame/en.po"),
};
const PAGES: Record<Language, Catalogue> = {
  sq: () => import("../locales/pages/sq.po"),
  "sr-Latn": () => import("../locales/pages/sr-Latn.po"),
  "sr-Cyrl": () => import("../locales/pages/sr-Cyrl.po"),
  ka: () => import("../locales/pages/ka.po"),
  en: () => import("../locales/pages/en.po"),
};
