import { fileURLToPath } from "node:url";
import { lingui } from "@lingui/vite-plugin";
import react from "@vitejs/plugin-react";
import { defineConfig } from "vitest/config";

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));
// A server that `make run` has started, for `npm run dev`.
const dosja = process.env.DOSJA ?? "http://localhost:8000";

export default defineConfig(({ command }) => ({
  plugins: [lingui({ macroTransform: true }), react()],
  // Django serves what is built among its static files, the page itself at /dashboard/.
  base: command === "build" ? "/static/dashboard/" : "/dashboard/",
  cacheDir: ".vite",
  resolve: {
    alias: { "@dosja/client": here("../typescript/src/client.ts"), "@": here("./src") },
    dedupe: ["react", "react-dom"],
  },
  build: {
    target: "es2022",
    sourcemap: false,
    manifest: true,
    assetsInlineLimit: 0,
    chunkSizeWarningLimit: 900,
  },
  server: {
    proxy: Object.fromEntries(
      ["/api", "/_allauth", "/forms", "/embed", "/receipt", "/static", "/assisted"].map((path) => [
        path,
        dosja,
      ]),
    ),
  },
  test: {
    environment: "jsdom",
    environmentOptions: { jsdom: { url: "http://localhost/dashboard/" } },
    setupFiles: ["src/testing/setup.ts"],
    include: ["src/**/*.test.{ts,tsx}"],
    css: false,
    testTimeout: 20_000,
  },
}));
