/** Why a shift cannot take a visit: one short reason, as the server tells it. */
import type { BarredView } from "../../../../src/contracts/index.js";
import { speak, text } from "../../../shared/i18n/index.js";
import { skillName } from "../../../shared/plainNames.js";

const RULES = {
  skill: text("lacks {list}", "puuttuu {list}", "saknar {list}"),
  refused: text("the client declines", "asiakas ei halua", "klienten avböjer"),
  pin: text("a pin is in the way", "kiinnitys estää", "en fästning hindrar"),
  way: text("no way there", "ei reittiä perille", "ingen väg dit"),
  hours: text("not at work then", "ei töissä silloin", "arbetar inte då"),
  break: text("no time for the break", "tauko ei mahdu", "pausen ryms inte"),
  link: text("a linked visit forbids it", "liitetty käynti estää", "ett länkat besök hindrar"),
  room: text("no room on the round", "kierroksella ei tilaa", "ingen plats på rundan"),
  crew: text("goes there already", "on jo mukana", "är redan med"),
} as const satisfies Record<BarredView["rule"], unknown>;

const tb = speak(RULES);

export const barWords = ({ rule, skills }: Pick<BarredView, "rule" | "skills">): string =>
  tb(rule, { list: skills.map(skillName).join(", ") });
