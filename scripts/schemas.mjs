// Writes docs/problem.schema.json and docs/plan.schema.json from the compiled zod schemas,
// and the tables of docs/errors.md from the catalogues of codes.
import { spawnSync } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), "..");
const docs = path.join(root, "docs");
const compiled = (file) => import(pathToFileURL(path.join(root, "dist", "src", ...file.split("/"))).href);

const { schemaFiles } = await compiled("contracts/jsonSchema.js");
const { DOCUMENT_FAULTS, STANDING_FAULTS, TRAVEL_FAULTS } = await compiled("contracts/faultCatalogue.js");
const { GENERATION_WARNINGS } = await compiled("contracts/generationWarnings.js");
const { errorPage } = await compiled("contracts/errorPage.js");
const { PLANNING_ERRORS } = await compiled("planning/errors.js");
const { API_ERRORS } = await compiled("api/errorCatalogue.js");

for (const [name, text] of Object.entries(schemaFiles())) writeFileSync(path.join(docs, name), text);

const page = path.join(docs, "errors.md");
const catalogues = {
  documents: DOCUMENT_FAULTS,
  travel: TRAVEL_FAULTS,
  standing: STANDING_FAULTS,
  generation: GENERATION_WARNINGS,
  planning: PLANNING_ERRORS,
  api: API_ERRORS,
};
writeFileSync(page, errorPage(readFileSync(page, "utf8"), catalogues));

const formatted = spawnSync(path.join(root, "node_modules", ".bin", "oxfmt"), [page], { encoding: "utf8" });
if (formatted.status !== 0) throw new Error(`oxfmt: ${formatted.stderr ?? formatted.error}`);
