/** The demo organisation, for tests of standing data. */
import type { Site } from "./site.js";

/** Clients, nurses, requirements and shifts of an invented office, as the first run stores them. */
export async function loadOffice(site: Site): Promise<void> {
  const answer = await fetch(`${site.url}/demo`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: "{}",
  });
  if (!answer.ok) throw new Error(`/demo: ${answer.status} ${await answer.text()}`);
}
