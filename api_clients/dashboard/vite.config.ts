import { fileURLToPath } from "node:url";
import { lingui } from "@lingui/vite-plugin";
import react from "@vitejs/plugin-react";
import postcss from "postcss";
import type { Plugin } from "vite";
import { defineConfig } from "vitest/config";

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));
// A server that `make run` has started, for `npm run dev`.
const dosja = process.env.DOSJA ?? "http://localhost:8000";

/**
 * Leaves out the styles of components that no page uses. Mantine's classes are digests (`m_77c9d27d`) that stand
 * in a script exactly where its component is bundled, so what is in no script can dress nothing.
 */
function onlyUsedStyles(): Plugin {
  const classes = /\bm_[0-9a-f]{7,8}\b/g;
  return {
    name: "only-used-styles",
    apply: "build",
    enforce: "post",
    generateBundle(_, bundle) {
      const files = Object.values(bundle);
      const scripts = files.map((file) => (file.type === "chunk" ? file.code : "")).join("\n");
      const used = new Set(scripts.match(classes));
      for (const file of files) {
        if (file.type !== "asset" || !file.fileName.endsWith(".css")) continue;
        const sheet = postcss.parse(String(file.source));
        sheet.walkRules((rule) => {
          const left = rule.selectors.filter((one) =>
            (one.match(classes) ?? []).every((name) => used.has(name)),
          );
          if (left.length === 0) rule.remove();
          else if (left.length < rule.selectors.length) rule.selectors = left;
        });
        sheet.walkAtRules((rule) => {
          if (rule.nodes?.length === 0) rule.remove();
        });
        file.source = sheet.toString();
      }
    },
  };
}

export default defineConfig(({ command }) => ({
  plugins: [lingui({ macroTransform: true }), react(), onlyUsedStyles()],
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
    testTimeout: 60_000,
  },
}));
