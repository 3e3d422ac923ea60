/** What may stand in the way of pins besides the pins themselves, and which of it is let go. */
import type { Fact } from "../../explain/facts.js";
import type { Model } from "../../model/model.js";

/** By visit, shift or position in the links: 1 where it is let go. */
export class LetGo {
  readonly window: Uint8Array;
  readonly skills: Uint8Array;
  readonly refusals: Uint8Array;
  readonly crew: Uint8Array;
  readonly hours: Uint8Array;
  readonly breaks: Uint8Array;
  readonly link: Uint8Array;
  /** Rises with every change. */
  version = 0;

  constructor({ visits, shiftCount, data }: Model) {
    this.window = new Uint8Array(visits);
    this.skills = new Uint8Array(visits);
    this.refusals = new Uint8Array(visits);
    this.crew = new Uint8Array(visits);
    this.hours = new Uint8Array(shiftCount);
    this.breaks = new Uint8Array(shiftCount);
    this.link = new Uint8Array(data.links.length);
  }

  set(fact: Fact, value: 0 | 1): void {
    this.version++;
    switch (fact.kind) {
      case "hours":
      case "breaks":
        this[fact.kind][fact.shift] = value;
        break;
      case "link":
        this.link[fact.link] = value;
        break;
      case "window":
      case "skills":
      case "refusals":
      case "crew":
        this[fact.kind][fact.visit] = value;
        break;
      default:
        throw new RangeError(`${fact.kind} is no fact beside pins`);
    }
  }
}

/** Facts about these pinned visits, those first that are best left out of an answer. */
export function factsBeside(model: Model, visits: readonly number[]): Fact[] {
  const d = model.data;
  const out: Fact[] = [];
  const among = new Set(visits);
  for (const v of visits) out.push({ kind: "window", visit: v });
  model.shifts.forEach((_, s) => {
    if (d.shifts[s].breaks.length > 0) out.push({ kind: "breaks", shift: s });
  });
  model.shifts.forEach((_, s) => void out.push({ kind: "hours", shift: s }));
  d.links.forEach((link, index) => {
    const [a, b] = link.kind === "gap" ? [link.first, link.second] : [link.a, link.b];
    if (among.has(a) && among.has(b)) out.push({ kind: "link", link: index });
  });
  for (const v of visits) if (d.visits[v].crewSize > 1) out.push({ kind: "crew", visit: v });
  for (const v of visits)
    if (d.clients[d.visits[v].client].refused.length > 0) out.push({ kind: "refusals", visit: v });
  for (const v of visits)
    if (d.visits[v].requires.length > 0 || d.visits[v].requiresAnyOf.length > 0)
      out.push({ kind: "skills", visit: v });
  return out;
}
