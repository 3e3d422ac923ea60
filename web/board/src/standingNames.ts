/** Names of clients from the standing data, where the office keeps them; problems have none. */
import { signal } from "@preact/signals";
import { RequestFailed } from "../../shared/problem.js";
import { request } from "../../shared/request.js";

export const clientNames = signal<ReadonlyMap<string, string>>(new Map());

interface NamedClients {
  readonly items?: readonly { readonly id: string; readonly name?: string }[];
}

/** Without the right to read clients the ids stay. */
export async function loadClientNames(): Promise<void> {
  try {
    const { items = [] } = await request<NamedClients>("/clients");
    clientNames.value = new Map(items.flatMap(({ id, name }) => (name === undefined ? [] : [[id, name]])));
  } catch (error) {
    if (!(error instanceof RequestFailed)) throw error;
  }
}
