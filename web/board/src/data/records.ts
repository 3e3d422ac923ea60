/** Records that forms choose from and lists name: read once a page, by kind. */
import { signal } from "@preact/signals";
import type { StandingItemView, StandingListView } from "../../../../src/contracts/index.js";
import type { StandingKind } from "../../../../src/contracts/standing/index.js";
import { RequestFailed } from "../../../shared/problem.js";
import { request } from "../../../shared/request.js";

type Lists = Readonly<Partial<Record<StandingKind, readonly StandingItemView[]>>>;

const lists = signal<Lists>({});
const asked = new Set<StandingKind>();

/** The most that one answer of the API holds. */
const MOST = 10_000;

/** What is known of a kind by now; follows what is read. */
export const recordsOf = (kind: StandingKind): readonly StandingItemView[] => lists.value[kind] ?? [];

export function findRecord(kind: StandingKind, id: string): StandingItemView | undefined {
  return recordsOf(kind).find((record) => record.id === id);
}

/** Reads a kind; without the right to read it the list stays empty and ids are shown. */
async function read(kind: StandingKind): Promise<void> {
  try {
    const { items } = await request<StandingListView>(`/${kind}?limit=${MOST}`);
    lists.value = { ...lists.value, [kind]: items };
  } catch (error) {
    asked.delete(kind);
    if (!(error instanceof RequestFailed)) throw error;
  }
}

/** Reads kinds that have not been read. */
export async function learn(kinds: readonly StandingKind[]): Promise<void> {
  const fresh = kinds.filter((kind) => !asked.has(kind));
  for (const kind of fresh) asked.add(kind);
  await Promise.all(fresh.map(read));
}

/** After a change: the kind is read anew. */
export async function learnAnew(kind: StandingKind): Promise<void> {
  if (!asked.has(kind)) return;
  await read(kind);
}
