/** A version on one line: how it was made, when, its state. */
import type { VersionView } from "../../../../src/contracts/index.js";
import { formatMoment, formatNumber } from "../../../shared/i18n/index.js";
import { ta } from "../words/day.js";
import { names } from "./names.js";

export function versionWords({ kind, createdAt, state, cost, unserved }: VersionView): string {
  const left = unserved > 0 ? ` · ${ta("tray")} ${formatNumber(unserved)}` : "";
  const mark = state === "draft" ? "" : ` · ${ta(state)}`;
  return `${ta(kind)} ${formatMoment(createdAt, names.timeZone)} · ${ta("points", { n: Math.round(cost) })}${left}${mark}`;
}
