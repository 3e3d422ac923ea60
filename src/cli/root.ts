/** Where the product's own files are, from the sources and from the compiled program alike. */
import { existsSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

/** The folder that holds package.json. Throws where there is none above this file. */
export function productRoot(): string {
  let folder = dirname(fileURLToPath(import.meta.url));
  while (!existsSync(join(folder, "package.json"))) {
    const above = dirname(folder);
    if (above === folder) throw new Error("package.json is missing above the program");
    folder = above;
  }
  return folder;
}

/** The database that `demo` writes and `serve` reads unless told otherwise. */
export function defaultDatabase(): string {
  return join(productRoot(), "data", "kotikierros.sqlite");
}
