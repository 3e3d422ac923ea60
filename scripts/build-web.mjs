// Builds web/board and web/phone into dist/www, when their sources or tools have changed, and
// lays compressed copies beside every text file, so that the server need not compress.
import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { brotliCompressSync, constants, gzipSync } from "node:zlib";

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), "..");
const output = path.join(root, "dist", "www");
const APPS = ["board", "phone"];
const TOOLS = ["vite", "preact", "@preact/signals", "maplibre-gl"];

function* filesBelow(folder) {
  const entries = readdirSync(folder, { withFileTypes: true }).sort((a, b) => (a.name < b.name ? -1 : 1));
  for (const entry of entries) {
    const file = path.join(folder, entry.name);
    if (entry.isDirectory()) yield* filesBelow(file);
    else yield file;
  }
}

function digestFor(app) {
  const digest = createHash("sha256").update(readFileSync(fileURLToPath(import.meta.url)));
  for (const tool of TOOLS) {
    const manifest = path.join(root, "node_modules", tool, "package.json");
    digest.update(`${tool} ${JSON.parse(readFileSync(manifest, "utf8")).version}\n`);
  }
  for (const folder of ["shared", app]) {
    for (const file of filesBelow(path.join(root, "web", folder))) {
      digest.update(`${path.relative(root, file)}\n`).update(readFileSync(file));
    }
  }
  return digest.digest("hex");
}

function compress(folder) {
  for (const file of filesBelow(folder)) {
    if (!/\.(js|css|html|svg|json|webmanifest)$/.test(file)) continue;
    const text = readFileSync(file);
    writeFileSync(`${file}.gz`, gzipSync(text, { level: 9 }));
    const params = { [constants.BROTLI_PARAM_QUALITY]: text.byteLength > 400_000 ? 6 : 10 };
    writeFileSync(`${file}.br`, brotliCompressSync(text, { params }));
  }
}

for (const app of APPS) {
  const stamp = path.join(output, `${app}.stamp`);
  const wanted = digestFor(app);
  if (existsSync(stamp) && readFileSync(stamp, "utf8") === wanted) continue;
  const { build } = await import("vite");
  await build({
    root: path.join(root, "web", app),
    configFile: path.join(root, "web", app, "vite.config.ts"),
    logLevel: "warn",
  });
  compress(path.join(output, app));
  // Last, so that an interrupted run is done again.
  writeFileSync(stamp, wanted);
}
