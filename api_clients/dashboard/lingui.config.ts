import { defineConfig } from "@lingui/cli";
import { formatter } from "@lingui/format-po";

export default defineConfig({
  sourceLocale: "en",
  locales: ["en", "sq", "sr-Latn", "sr-Cyrl", "ka"],
  catalogs: [{ path: "<rootDir>/src/locales/{locale}", include: ["src"], exclude: ["**/*.test.*"] }],
  // Without line numbers: a moved line is no change of a text.
  format: formatter({ lineNumbers: false, origins: true }),
  orderBy: "message",
});
