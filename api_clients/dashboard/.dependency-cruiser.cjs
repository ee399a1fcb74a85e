/** Imports go down: app > features > components > lib. */
const upward = (from, to) => ({
  name: `${from}-knows-nothing-above`,
  severity: "error",
  from: { path: `^src/${from}/` },
  to: { path: `^src/(${to.join("|")})/` },
});

module.exports = {
  forbidden: [
    upward("lib", ["components", "features", "app"]),
    upward("components", ["features", "app"]),
    upward("features", ["app"]),
    {
      name: "features-meet-at-the-door",
      comment: "Another feature is imported through its index.ts only.",
      severity: "error",
      from: { path: "^src/features/([^/]+)/" },
      to: {
        path: "^src/features/([^/]+)/",
        pathNot: ["^src/features/$1/", "^src/features/[^/]+/index\\.tsx?$"],
      },
    },
    {
      name: "no-circles",
      severity: "error",
      from: {},
      to: { circular: true, viaOnly: { dependencyTypesNot: ["type-only"] } },
    },
    {
      name: "tests-stay-outside",
      severity: "error",
      from: { pathNot: "\\.test\\.tsx?$|^src/testing/" },
      to: { path: "\\.test\\.tsx?$|^src/testing/" },
    },
  ],
  options: {
    doNotFollow: { path: "node_modules" },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: "tsconfig.json" },
    enhancedResolveOptions: {
      exportsFields: ["exports"],
      conditionNames: ["import", "browser", "default", "types"],
    },
  },
};
