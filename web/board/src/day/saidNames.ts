/** What the server says of ids, in the names that the screen has. */
import { skillName } from "../../../shared/plainNames.js";
import { nameIds, type Namings, type SaidWords } from "./nameIds.js";
import { clientName, nurseName, shiftNurse, typeName, visitNameOf } from "./names.js";

/** By what a value's key says it holds; other values stay as they are. */
const NAMINGS: Namings = [
  [/nurse/i, nurseName],
  [/shift/i, shiftNurse],
  [/client/i, clientName],
  [/visit|other/i, visitNameOf],
  [/skill/i, skillName],
  [/type/i, typeName],
];

export const inNames = (said: SaidWords): string => nameIds(said, NAMINGS);
