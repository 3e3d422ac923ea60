/** Files of the bench: JSON and text, plain or gzipped. */
import {
  appendFileSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { dirname, join } from "node:path";
import { gunzipSync, gzipSync } from "node:zlib";

export function readText(path: string): string {
  const bytes = readFileSync(path);
  return (bytes[0] === 0x1f && bytes[1] === 0x8b ? gunzipSync(bytes) : bytes).toString("utf8");
}

export function readJson(path: string): unknown {
  return JSON.parse(readText(path)) as unknown;
}

/** Makes the folder; packs when the name ends in `.gz`. */
export function writeText(path: string, text: string): void {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, path.endsWith(".gz") ? gzipSync(text) : text);
}

export function appendLine(path: string, value: unknown): void {
  mkdirSync(dirname(path), { recursive: true });
  appendFileSync(path, `${JSON.stringify(value)}\n`);
}

/** The objects of a JSON-lines file; none when it does not exist. */
export function readLines(path: string): unknown[] {
  if (!existsSync(path)) return [];
  const lines = readText(path)
    .split("\n")
    .filter((line) => line.trim() !== "");
  return lines.map((line) => JSON.parse(line) as unknown);
}

/** The files given, and for a folder those inside it whose names end in one of `endings`, by name. */
export function filesOf(paths: readonly string[], endings: readonly string[]): string[] {
  return paths.flatMap((path) => {
    if (!statSync(path).isDirectory()) return [path];
    const inside = readdirSync(path).filter((name) => endings.some((ending) => name.endsWith(ending)));
    return inside.sort().map((name) => join(path, name));
  });
}

/** A file's name without folder and without `.gz`, `.json`, `.txt`. */
export function nameOf(path: string): string {
  return path
    .replace(/^.*[\\/]/, "")
    .replace(/\.gz$/, "")
    .replace(/\.(json|txt)$/, "");
}
