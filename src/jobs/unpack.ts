import { gunzipSync } from "node:zlib";

/** Most bytes of JSON text that are unpacked: far above any real day, far below all memory. */
export const MOST_BYTES = 512 * 1024 * 1024;

function isGzip(bytes: Uint8Array): boolean {
  return bytes[0] === 0x1f && bytes[1] === 0x8b;
}

/**
 * The bytes of a JSON text that may be gzipped, told by its first two bytes. Throws zlib's own
 * error (`code` such as Z_DATA_ERROR, or ERR_BUFFER_TOO_LARGE beyond the limit).
 */
export function unpack(bytes: Uint8Array, most: number = MOST_BYTES): Uint8Array {
  return isGzip(bytes) ? gunzipSync(bytes, { maxOutputLength: most }) : bytes;
}
