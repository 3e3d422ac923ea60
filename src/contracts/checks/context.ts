/** What every cross-check has at hand. */
import { readInstant } from "../../domain/instant.js";
import { fault, type Fault, type Path } from "../fault.js";
import type { FaultCode } from "../faultCatalogue.js";
import type { Loose } from "../loose.js";
import type { Client, Nurse, Place, Problem, Provider, Shift, Visit, VisitType } from "../problemSchema.js";

export type LooseProblem = Loose<Problem>;

/** An entry of a list with its position there. */
export interface Entry<T> {
  readonly at: number;
  readonly item: T;
}

/** Entries by id. Of a list that could not be read as a whole, any id may be meant. */
export class Table<T> {
  private readonly byId = new Map<string, Entry<T>>();

  constructor(private readonly complete: boolean) {}

  /** The entry that has the id already, or undefined if it was added. */
  add(id: string, entry: Entry<T>): Entry<T> | undefined {
    const first = this.byId.get(id);
    if (first === undefined) this.byId.set(id, entry);
    return first;
  }

  /** False only where the id is certainly unknown. */
  has(id: string): boolean {
    return !this.complete || this.byId.has(id);
  }

  get(id: string | undefined): Entry<T> | undefined {
    return id === undefined ? undefined : this.byId.get(id);
  }
}

export interface Tables {
  readonly places: Table<Loose<Place>>;
  readonly visitTypes: Table<Loose<VisitType>>;
  readonly clients: Table<Loose<Client>>;
  readonly visits: Table<Loose<Visit>>;
  readonly nurses: Table<Loose<Nurse>>;
  readonly shifts: Table<Loose<Shift>>;
  readonly providers: Table<Loose<Provider>>;
}

export interface Context {
  readonly problem: LooseProblem;
  readonly tables: Tables;
  readonly add: (code: FaultCode, path: Path, message: string) => void;
}

/** Epoch seconds, or undefined for an absent or faulty instant. */
export function clock(text: string | undefined): number | undefined {
  if (text === undefined) return undefined;
  const read = readInstant(text);
  return typeof read === "number" ? read : undefined;
}

/** Faults between values that are told one by one; the rest is counted by code. */
const CROSS_FAULTS_TOLD = 20_000;

/** Gathers faults; `finish` adds how many were not told. */
export function gather(faults: Fault[]): { readonly add: Context["add"]; readonly finish: () => void } {
  const most = faults.length + CROSS_FAULTS_TOLD;
  const untold = new Map<FaultCode, number>();
  return {
    add: (code, path, message) => {
      if (faults.length < most) faults.push(fault(code, path, message));
      else untold.set(code, (untold.get(code) ?? 0) + 1);
    },
    finish: () => {
      for (const [code, count] of untold) {
        faults.push(fault("too-many-faults", [], `${count} more faults of the code ${code}`));
      }
    },
  };
}

/** The entries of a list that are there. */
export function* entries<T>(
  list: readonly (T | undefined)[] | undefined,
): Generator<{ at: number; item: T }> {
  for (const [at, item] of (list ?? []).entries()) {
    if (item !== undefined) yield { at, item };
  }
}

/** "visit v1", or "visit" for one whose id is faulty. */
export function called(what: string, item: { readonly id?: string | undefined }): string {
  return item.id === undefined ? what : `${what} ${item.id}`;
}

/** A value that has a default: undefined where it was given and is faulty. */
export function orDefault<T extends object, K extends keyof T>(
  item: T,
  key: K,
  absent: Exclude<T[K], undefined>,
): Exclude<T[K], undefined> | undefined {
  const value = item[key] as Exclude<T[K], undefined> | undefined;
  return value ?? (Object.hasOwn(item, key) ? undefined : absent);
}
