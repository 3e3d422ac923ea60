/** Writes a JSON document to a file, plain or gzipped by its name, whole or not at all. */
import { accessSync, constants, renameSync, rmSync, statSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
import { gzipSync } from "node:zlib";
import { badInput } from "../faults.js";
import { systemReason } from "./read.js";

/** Sees before a long run that its result can be stored. @throws BadInput `file-unwritable` */
export function mustBeWritable(path: string): void {
  try {
    const there = statSync(path, { throwIfNoEntry: false });
    if (there?.isDirectory() === true) throw Object.assign(new Error("folder"), { code: "EISDIR" });
    accessSync(there === undefined || there.isFile() ? dirname(path) : path, constants.W_OK);
  } catch (error) {
    throw unwritable(path, error);
  }
}

/**
 * Writes `document` to `path`. A file is replaced in one step, so that a reader (or a crash)
 * sees the old one or the new one; a device or a pipe is written to as it is.
 *
 * @param indent spaces of one level; 0 for a single line
 * @throws BadInput `file-unwritable`
 */
export function writeDocument(path: string, document: unknown, indent: number): void {
  const text = `${JSON.stringify(document, null, indent)}\n`;
  const bytes = path.endsWith(".gz") ? gzipSync(text) : text;
  const there = statSync(path, { throwIfNoEntry: false });
  const beside = `${path}.${process.pid}.tmp`;
  try {
    if (there !== undefined && !there.isFile()) return writeFileSync(path, bytes);
    writeFileSync(beside, bytes);
    renameSync(beside, path);
  } catch (error) {
    rmSync(beside, { force: true });
    throw unwritable(path, error);
  }
}

function unwritable(path: string, error: unknown): Error {
  return badInput(
    "file-unwritable",
    `cannot write ${path}: ${systemReason(error)}`,
    "Name a file in a folder that exists and that you may write to.",
  );
}
