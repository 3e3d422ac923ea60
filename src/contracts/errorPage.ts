/** The page of errors: tables of codes between markers, so that a program can write and read them. */
import type { FaultEntry } from "./faultEntry.js";

/** An entry of a catalogue; the API's have an HTTP status too. */
export type PageEntry = FaultEntry & { readonly status?: number };

export type Catalogues = Readonly<Record<string, Readonly<Record<string, PageEntry>>>>;

const TABLE = /<!-- codes: ([a-z]+) -->\n([\s\S]*?)<!-- end -->/g;

function cell(text: string): string {
  return text.replaceAll("|", "\\|");
}

function table(catalogue: Readonly<Record<string, PageEntry>>): string {
  const entries = Object.entries(catalogue);
  const withStatus = entries.some(([, { status }]) => status !== undefined);
  const head = withStatus
    ? "| code | status | means | what to do |\n|---|---|---|---|\n"
    : "| code | means | what to do |\n|---|---|---|\n";
  const rows = entries.map(([code, { status, means, todo }]) => {
    const middle = withStatus ? ` ${status ?? ""} |` : "";
    return `| \`${code}\` |${middle} ${cell(means)} | ${cell(todo)} |\n`;
  });
  return head + rows.join("");
}

/** The page with the tables of the given catalogues written anew; other tables stay as they are. */
export function errorPage(page: string, catalogues: Catalogues): string {
  return page.replace(TABLE, (whole, name: string) => {
    const catalogue = catalogues[name];
    return catalogue === undefined ? whole : `<!-- codes: ${name} -->\n\n${table(catalogue)}\n<!-- end -->`;
  });
}

/** The codes of each table of the page, by the table's name. */
export function codesOnPage(page: string): Record<string, string[]> {
  const tables = [...page.matchAll(TABLE)].map(([, name, rows]) => [
    name!,
    [...rows!.matchAll(/^\| `([a-z0-9-]+)` +\|/gm)].map(([, code]) => code!),
  ]);
  return Object.fromEntries(tables) as Record<string, string[]>;
}
