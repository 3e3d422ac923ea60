/** Reads the repository's own TypeScript for the tests of its shape. */
import { readdirSync, readFileSync } from "node:fs";
import { builtinModules } from "node:module";
import { dirname, join, posix, relative } from "node:path";
import { fileURLToPath } from "node:url";

/** The repository's root, from either the sources or the compiled tests. */
export const ROOT = findRoot(dirname(fileURLToPath(import.meta.url)));

function findRoot(folder: string): string {
  if (readdirSync(folder).includes("package-lock.json")) return folder;
  const parent = dirname(folder);
  if (parent === folder) throw new Error("no package-lock.json above the tests");
  return findRoot(parent);
}

const SKIPPED = new Set(["node_modules", "dist", "generated", ".git", ".osrm"]);

/** Files below `folder` (a path from the root) whose names end so, as sorted paths from the root. */
export function filesBelow(folder: string, endings: readonly string[]): string[] {
  const found: string[] = [];
  for (const entry of readdirSync(join(ROOT, folder), { withFileTypes: true })) {
    if (SKIPPED.has(entry.name)) continue;
    const path = posix.join(folder, entry.name);
    if (entry.isDirectory()) found.push(...filesBelow(path, endings));
    else if (endings.some((ending) => entry.name.endsWith(ending))) found.push(path);
  }
  return found.sort();
}

export function textOf(file: string): string {
  return readFileSync(join(ROOT, file), "utf8");
}

/** A text without its comments (strings that hold comment marks are kept whole). */
export function withoutComments(text: string): string {
  return text.replace(
    /("(?:\\.|[^"\\\n])*"|'(?:\\.|[^'\\\n])*'|`(?:\\.|[^`\\])*`)|\/\*[\s\S]*?\*\/|\/\/[^\n]*/g,
    (_match, quoted: string | undefined) => quoted ?? " ",
  );
}

/** Every module that a file names: static and dynamic imports, re-exports, import types. */
export function importsOf(file: string): string[] {
  return modulesIn(withoutComments(textOf(file)));
}

/** As {@link importsOf}, without imports and exports of types alone, which leave no trace at run time. */
export function valueImportsOf(file: string): string[] {
  const types = /\b(?:import|export)\s+type\s[^;"']*?\bfrom\s*["'][^"']+["']/g;
  return modulesIn(withoutComments(textOf(file)).replace(types, ""));
}

function modulesIn(text: string): string[] {
  const found = new Set<string>();
  const forms = [
    /\b(?:import|export)\s[^;"']*?\bfrom\s*["']([^"']+)["']/g,
    /\bimport\s*["']([^"']+)["']/g,
    /\bimport\s*\(\s*["']([^"']+)["']/g,
    /\brequire\s*\(\s*["']([^"']+)["']/g,
  ];
  for (const form of forms) for (const match of text.matchAll(form)) found.add(match[1] as string);
  return [...found];
}

/** Where an import leads: a file of the repository, or a package by its name. */
export function target(file: string, specifier: string): { file: string } | { package: string } {
  if (specifier.startsWith(".")) {
    const path = posix.normalize(posix.join(posix.dirname(file), specifier));
    return { file: path.replace(/\.js$/, ".ts").replace(/\.mjs$/, ".mts") };
  }
  if (specifier.startsWith("node:") || builtinModules.includes(specifier)) return { package: "node:" };
  const parts = specifier.split("/");
  return { package: specifier.startsWith("@") ? parts.slice(0, 2).join("/") : (parts[0] as string) };
}

/** A path from the root, with forward slashes. */
export function fromRoot(path: string): string {
  return relative(ROOT, path).split("\\").join("/");
}
