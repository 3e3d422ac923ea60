/** The demo organisation, for tests of standing data. */
import { post, type Site } from "./site.js";

/** Clients, nurses, requirements and shifts of an invented office, as the first run stores them. */
export async function loadOffice(site: Site): Promise<void> {
  await post(site, "/demo", {});
}
