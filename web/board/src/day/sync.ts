/** What others do to the open day: new drafts and publications are told, nothing is overwritten. */
import { RequestFailed } from "../../../shared/problem.js";
import { ta } from "../words/day.js";
import { date, publishedId, refreshVersions, say, versions } from "./state.js";
import { author } from "../session.js";

/** Milliseconds between two looks while the page is in sight. */
const EVERY = 4000;

/** Versions that this page made or was told of. */
async function look(): Promise<void> {
  const day = date.value;
  if (day === "" || document.hidden) return;
  const known = new Set(versions.value.map(({ id }) => id));
  const held = publishedId.value;
  await refreshVersions();
  if (date.value !== day || known.size === 0) return;
  const fresh = versions.value.filter(({ id }) => !known.has(id)).at(-1);
  if (publishedId.value !== held && publishedId.value !== null) say(ta("others-published"));
  else if (fresh !== undefined) say(ta("others-made", { who: fresh.author ?? author.value }));
}

/** Starts to look; the function returned ends it. */
export function watchOthers(): () => void {
  const timer = setInterval(() => {
    look().catch((error: unknown) => {
      // The next look tries again; what the person does herself tells of a lost connection.
      if (!(error instanceof RequestFailed)) throw error;
    });
  }, EVERY);
  return () => clearInterval(timer);
}
