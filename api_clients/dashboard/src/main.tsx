import "@mantine/core/styles.css";
import "@mantine/notifications/styles.css";
import "./app/app.css";
import { createRoot } from "react-dom/client";
import { Providers } from "./app/providers";
import { sweepDrafts } from "./lib/drafts";
import { isLanguage, speak, wordsOfPages } from "./lib/languages";

const root = document.getElementById("root");
const wished = document.documentElement.lang;

sweepDrafts();
speak(isLanguage(wished) ? wished : "en").then(() => {
  if (root) createRoot(root).render(<Providers />);
  // Once the first page is there: the next one is then a step quicker.
  setTimeout(() => void wordsOfPages(), 3000);
});
