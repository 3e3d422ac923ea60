import type { OsrmModeConfig } from "./provider.js";

/** The text of an --osrm option cannot be read; the message says which part and how it should look. */
export class OsrmOptionError extends Error {}

/**
 * Reads `car=http://127.0.0.1:5301,walk=URL`: modes as named in the problem, each once, with
 * the http(s) address that stands before `/table/v1/...`.
 */
export function parseOsrmOption(text: string): Record<string, OsrmModeConfig> {
  const modes: Record<string, OsrmModeConfig> = {};
  for (const part of text.split(",")) {
    const at = part.indexOf("=");
    const mode = part.slice(0, at).trim();
    const url = part.slice(at + 1).trim();
    if (at < 1 || mode === "")
      throw new OsrmOptionError(`"${part}" is not MODE=URL, such as car=http://127.0.0.1:5301`);
    if (Object.hasOwn(modes, mode)) throw new OsrmOptionError(`mode ${mode} is named twice`);
    if (!URL.canParse(url) || !/^https?:$/.test(new URL(url).protocol))
      throw new OsrmOptionError(`the address of mode ${mode} is no http or https URL`);
    modes[mode] = { url };
  }
  return modes;
}
