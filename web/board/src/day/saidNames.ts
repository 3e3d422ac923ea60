/** What the server says of ids, in the names that the screen has. */
import { language } from "../../../shared/i18n/index.js";
import { skillName } from "../../../shared/plainNames.js";
import type { Fault } from "../../../../src/contracts/index.js";
import { nameIds, type Namings, type SaidWords } from "./nameIds.js";
import { clientName, nurseName, providerName, shiftNurse, typeName, visitNameOf } from "./names.js";
import { model } from "./state.js";

/** By what a value's key says it holds; other values stay as they are. */
const NAMINGS: Namings = [
  [/nurse/i, nurseName],
  [/shift/i, shiftNurse],
  [/client/i, clientName],
  [/visit|other/i, visitNameOf],
  [/skill/i, skillName],
  [/type/i, typeName],
  [/provider/i, providerName],
];

export const inNames = (said: SaidWords): string => nameIds(said, NAMINGS);

/** Letters and digits: a number or a word of the sentence is never taken for an id. */
const looksLikeId = (id: string): boolean => /\p{L}/u.test(id) && /\d/.test(id);

/** A fault in the user's language where the server has it, with the names of the day's visits and shifts. */
export function faultInNames({ message, todo, said }: Fault): string {
  const told = said?.[language.value] ?? { message, todo };
  const day = model.value;
  const values = {
    visitIds: [...(day?.visits.keys() ?? [])].filter(looksLikeId),
    shiftIds: (day?.rows ?? []).map(({ shiftId }) => shiftId).filter(looksLikeId),
  };
  return inNames({ text: `${told.message} ${told.todo}`, values });
}
