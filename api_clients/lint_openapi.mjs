// Lints ../openapi.yaml by the rules of redocly.yaml; prints what is wrong and fails then.
import { formatProblems, getTotals, lint, loadConfig } from "@redocly/openapi-core";

const at = (name) => new URL(name, import.meta.url).pathname;
const config = await loadConfig({ configPath: at("redocly.yaml") });
const problems = await lint({ ref: process.argv[2] ?? at("../openapi.yaml"), config });
const totals = getTotals(problems);
formatProblems(problems, { format: "codeframe", totals, version: "1" });
process.exitCode = totals.errors + totals.warnings > 0 ? 1 : 0;
