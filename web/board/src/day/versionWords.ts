/** A version on one line. */
import type { VersionView } from "../../../../src/contracts/index.js";
import { formatMoment, formatNumber } from "../../../shared/i18n/index.js";
import { ta } from "../words/day.js";
import { names } from "./names.js";

/** How it was made, when, and whether nurses see it. */
export function versionName({ kind, createdAt, state }: VersionView): string {
  const mark = state === "draft" ? "" : ` · ${ta(state)}`;
  return `${ta(kind)} ${formatMoment(createdAt, names.timeZone)}${mark}`;
}

export function versionWords(version: VersionView): string {
  const { cost, unserved } = version;
  const left = unserved > 0 ? ` · ${ta("tray")} ${formatNumber(unserved)}` : "";
  return `${versionName(version)} · ${ta("points", { n: Math.round(cost) })}${left}`;
}
