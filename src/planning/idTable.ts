/** Ids as positions. */
import { FAULTS } from "../contracts/faultCatalogue.js";

/** The problem cannot be handed to the optimiser; parsing or filling in travel times was left out. */
export class CompileError extends Error {
  override readonly name = "CompileError";
  readonly todo: string;

  constructor(
    readonly code: "unknown-reference" | "travel-missing",
    message: string,
  ) {
    super(message);
    this.todo = FAULTS[code].todo;
  }
}

/** Ids of one list, in its order. */
export class IdTable {
  private readonly positions: Map<string, number>;

  constructor(
    private readonly what: string,
    ids: readonly string[],
  ) {
    this.positions = new Map(ids.map((id, position) => [id, position]));
  }

  has(id: string): boolean {
    return this.positions.has(id);
  }

  find(id: string): number | undefined {
    return this.positions.get(id);
  }

  /** @throws {CompileError} for an unknown id */
  of(id: string): number {
    const position = this.positions.get(id);
    if (position === undefined) throw new CompileError("unknown-reference", `unknown ${this.what} ${id}`);
    return position;
  }

  /** Positions in the order given, each once; an absent list is empty. */
  list(ids: readonly string[] | undefined): number[] {
    return [...new Set(ids)].map((id) => this.of(id));
  }
}

/** Free names (skills, areas, languages), numbered as they first appear. */
export class Names {
  private readonly positions = new Map<string, number>();

  get all(): string[] {
    return [...this.positions.keys()];
  }

  of(name: string): number {
    let position = this.positions.get(name);
    if (position === undefined) {
      position = this.positions.size;
      this.positions.set(name, position);
    }
    return position;
  }

  /** Each once, in the order given; an absent list is empty. */
  list(names: readonly string[] | undefined): number[] {
    return [...new Set(names)].map((name) => this.of(name));
  }
}
