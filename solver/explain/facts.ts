/** What stands in a visit's way and could be otherwise. Indices into the problem. */
export type Fact =
  /** The start of this visit lies in its windows (and near its published start, where that is limited). */
  | { readonly kind: "window"; readonly visit: number }
  /** This visit is made by the shifts that make it, in the order in which they do. */
  | { readonly kind: "visit"; readonly visit: number }
  /** This visit starts when its pin says. */
  | { readonly kind: "pin"; readonly visit: number }
  /** The skills that this visit asks for. */
  | { readonly kind: "skills"; readonly visit: number }
  /** The nurses that this visit's client refuses. */
  | { readonly kind: "refusals"; readonly visit: number }
  /** Start and last end of this shift. */
  | { readonly kind: "hours"; readonly shift: number }
  | { readonly kind: "breaks"; readonly shift: number }
  /** Position in the problem's links. */
  | { readonly kind: "link"; readonly link: number }
  /** More than one nurse comes to this visit. */
  | { readonly kind: "crew"; readonly visit: number };

/** Which facts are let go. */
export class Released {
  readonly window: Uint8Array;
  readonly visit: Uint8Array;
  readonly pin: Uint8Array;
  readonly hours: Uint8Array;
  readonly breaks: Uint8Array;
  readonly link: Uint8Array;
  skills = 0;
  refusals = 0;
  crew = 0;

  constructor(visits: number, shifts: number, links: number) {
    this.window = new Uint8Array(visits);
    this.visit = new Uint8Array(visits);
    this.pin = new Uint8Array(visits);
    this.hours = new Uint8Array(shifts);
    this.breaks = new Uint8Array(shifts);
    this.link = new Uint8Array(links);
  }

  /** Lets `fact` go (1) or puts it in force again (0). */
  set(fact: Fact, value: 0 | 1): void {
    switch (fact.kind) {
      case "window":
      case "visit":
      case "pin":
        this[fact.kind][fact.visit] = value;
        break;
      case "hours":
      case "breaks":
        this[fact.kind][fact.shift] = value;
        break;
      case "link":
        this.link[fact.link] = value;
        break;
      default:
        this[fact.kind] = value;
    }
  }
}
