/** A version on one line. */
import type { VersionView } from "../../../../src/contracts/index.js";
import { formatMoment, formatNumber } from "../../../shared/i18n/index.js";
import { ta } from "../words/day.js";
import { names } from "./names.js";

const made = ({ kind, createdAt }: VersionView): string =>
  `${ta(kind)} ${formatMoment(createdAt, names.timeZone)}`;
const stateMark = ({ state }: VersionView): string => (state === "draft" ? "" : ` · ${ta(state)}`);

/** How it was made, when, and whether nurses see it. */
export const versionName = (version: VersionView): string => `${made(version)}${stateMark(version)}`;

/** With its cost and what it leaves out. */
export function versionWords(version: VersionView): string {
  const { cost, unserved } = version;
  const left = unserved > 0 ? ` · ${ta("tray")} ${formatNumber(unserved)}` : "";
  return `${made(version)} · ${ta("points", { n: Math.round(cost) })}${left}${stateMark(version)}`;
}
