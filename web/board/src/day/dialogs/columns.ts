/** Versions side by side: the one to compare with, the one that is open, and up to two more. */
import type { VersionView } from "../../../../../src/contracts/index.js";
import { td } from "../../words/dialogs.js";
import { versionName } from "../versionWords.js";

export interface Column {
  readonly id: string;
  /** What the column is called beside the others. */
  readonly letter: string;
  readonly words: string;
}

const LETTERS = ["A", "B", "C", "D"] as const;
export const MOST = LETTERS.length;

/**
 * @param ids at most {@link MOST} versions, in order
 * @param open the one that the page shows
 */
export function columnsOf(
  ids: readonly string[],
  open: string,
  versions: readonly VersionView[],
): readonly Column[] {
  return ids.slice(0, MOST).map((id, at) => {
    const version = versions.find((one) => one.id === id);
    const words = version === undefined ? id : versionName(version);
    return { id, letter: LETTERS[at] ?? "", words: id === open ? `${td("this")} · ${words}` : words };
  });
}
