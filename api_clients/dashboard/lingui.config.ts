import { defineConfig } from "@lingui/cli";
import { formatter } from "@lingui/format-po";

const FRAME = [
  "src/app/**/*.ts*",
  "src/components/**/*.ts*",
  // Without words/pages.ts, which comes with the pages that show these words.
  "src/lib/*.ts*",
  "src/lib/words/first.ts",
  "src/features/today/**/*.ts*",
  "src/features/intake/Notices*.ts*",
];
const TESTS = ["**/*.test.*", "src/testing/**"];

export default defineConfig({
  sourceLocale: "en",
  locales: ["en", "sq", "sr-Latn", "sr-Cyrl", "ka"],
  // Two of each language: what the frame and the first page need, and what other pages load on the way.
  catalogs: [
    { path: "<rootDir>/src/locales/frame/{locale}", include: FRAME, exclude: TESTS },
    {
      path: "<rootDir>/src/locales/pages/{locale}",
      include: ["src/**/*.ts*"],
      exclude: [...TESTS, ...FRAME],
    },
  ],
  // Without line numbers: a moved line is no change of a text.
  format: formatter({ lineNumbers: false, origins: true }),
  orderBy: "message",
});
