/** Reads a JSON document from a file, plain or gzipped. */
import { readFileSync } from "node:fs";
import { gunzipSync } from "node:zlib";
import { parseJson } from "../../contracts/index.js";
import { BadInput, badInput } from "../faults.js";

/** Most bytes of a document after unpacking; a day of 2,000 places has about 60 MB. */
const MAX_BYTES = 500_000_000;

/**
 * The document in `path`. Gzipped files are known by their name (`.gz`) or their first bytes.
 *
 * @throws BadInput `file-unreadable`, `not-gzip`, `not-utf8` or `json-syntax`. The text of the
 *   file is never quoted: it may hold personal data.
 */
export function readDocument(path: string): unknown {
  const read = parseJson(decode(path, unpack(path, readBytes(path))));
  if (!read.ok) throw new BadInput(read.faults.map((fault) => ({ file: path, ...fault })));
  return read.value;
}

function readBytes(path: string): Buffer {
  try {
    return readFileSync(path);
  } catch (error) {
    throw badInput(
      "file-unreadable",
      `cannot read ${path}: ${systemReason(error)}`,
      "Check the file's name and that you may read it.",
    );
  }
}

function unpack(path: string, bytes: Buffer): Buffer {
  const packed = bytes[0] === 0x1f && bytes[1] === 0x8b;
  if (!packed && !path.endsWith(".gz")) return bytes;
  try {
    return gunzipSync(bytes, { maxOutputLength: MAX_BYTES });
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code ?? "";
    const why =
      code === "ERR_BUFFER_TOO_LARGE" ? `it unpacks to more than ${MAX_BYTES} bytes` : `gzip says ${code}`;
    throw badInput(
      "not-gzip",
      `cannot unpack ${path}: ${why}`,
      "Give a file packed by gzip, or one without .gz in its name.",
    );
  }
}

function decode(path: string, bytes: Buffer): string {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    throw badInput("not-utf8", `${path} is not UTF-8 text (${bytes.length} bytes read)`, "Save it as UTF-8.");
  }
}

/** The system's word for what went wrong (`ENOENT`, ...) in plain words. */
export function systemReason(error: unknown): string {
  const code = (error as NodeJS.ErrnoException).code ?? "unknown reason";
  const words: Record<string, string> = {
    ENOENT: "there is no such file or folder",
    EISDIR: "it is a folder",
    EACCES: "you may not",
    EROFS: "the file system is read-only",
    ENOSPC: "the disk is full",
    ENOTDIR: "a part of the path is a file, not a folder",
    ERR_FS_FILE_TOO_LARGE: "it is larger than 2 GB",
  };
  return words[code] ?? code;
}
