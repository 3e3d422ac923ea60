/** Names of clients from the standing data, where the office keeps them; problems have none. */
import { signal } from "@preact/signals";
import { titleOf } from "./data/titles.js";
import { RequestFailed } from "../../shared/problem.js";
import { request } from "../../shared/request.js";

export const clientNames = signal<ReadonlyMap<string, string>>(new Map());

interface NamedClients {
  readonly items?: readonly { readonly id: string; readonly name?: string }[];
}

/** Of an area by its id; the id itself until it is known, or where no catalogue names it. */
export const areaName = (areaId: string): string => titleOf("areas", areaId);

/** Without the right to read clients the ids stay. */
export async function loadClientNames(): Promise<void> {
  try {
    const { items = [] } = await request<NamedClients>("/clients?limit=10000");
    clientNames.value = new Map(items.flatMap(({ id, name }) => (name === undefined ? [] : [[id, name]])));
  } catch (error) {
    if (!(error instanceof RequestFailed)) throw error;
  }
}
