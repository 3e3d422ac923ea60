/** Cells of values that are objects. */
import type { ShiftBreakRecord, VisitTypeRecord } from "../../contracts/standing/index.js";
import type { Cell } from "./cell.js";
import { decimal, text } from "./plain.js";

const BREAK = /^(\d+)@(\d+)-(\d+)(?:\s+after=(\d+))?(?:\s+(inside|anywhere))?$/;

/** `30@180-300 after=360 inside`: minutes, earliest and latest start after the shift's, the rest optional. */
export const shiftBreak: Cell = {
  expected: "a break such as 30@180-300",
  read(cell) {
    const parts = BREAK.exec(cell);
    if (parts === null) return undefined;
    const [, minutes, earliest, latest, after, inside] = parts;
    return {
      minutes: Number(minutes),
      earliestAfterMinutes: Number(earliest),
      latestAfterMinutes: Number(latest),
      ...(after === undefined ? {} : { afterMinutes: Number(after) }),
      ...(inside === undefined ? {} : { inside: inside === "inside" }),
    };
  },
  write(value) {
    const { minutes, earliestAfterMinutes, latestAfterMinutes, afterMinutes, inside } =
      value as ShiftBreakRecord;
    const after = afterMinutes === undefined ? "" : ` after=${afterMinutes}`;
    const where = inside === undefined ? "" : inside ? " inside" : " anywhere";
    return `${minutes}@${earliestAfterMinutes}-${latestAfterMinutes}${after}${where}`;
  },
};

type PriceComponent = NonNullable<VisitTypeRecord["priceComponents"]>[number];

/** `travel=12,50`. */
export const priceComponent: Cell = {
  expected: "a name and euros such as travel=12,50",
  read(cell) {
    const at = cell.lastIndexOf("=");
    const euros = at < 1 ? undefined : decimal.read(cell.slice(at + 1).trim());
    return euros === undefined ? undefined : { name: text.read(cell.slice(0, at).trim()), euros };
  },
  write(value, dialect) {
    const { name, euros } = value as PriceComponent;
    return `${text.write(name, dialect)}=${decimal.write(euros, dialect)}`;
  },
};
