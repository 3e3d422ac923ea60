/**
 * What others do to the open day: new drafts and publications are told at once (GET /events), nothing is
 * overwritten. Where the stream does not open the page looks from time to time.
 */
import { signal } from "@preact/signals";
import type { ChangeView } from "../../../../src/contracts/index.js";
import { listen } from "../../../shared/events.js";
import { RequestFailed } from "../../../shared/problem.js";
import { requestsUnderWay } from "../../../shared/request.js";
import { ta } from "../words/day.js";
import { date, planId, publishedId, refreshVersions, say, shown, versions } from "./state.js";
import { author } from "../session.js";

/** Milliseconds between two looks without a stream, and with one. */
const POLL = 5_000;
const SELDOM = 60_000;
/** Changes that come together are read once. */
const GATHER = 200;
/** Longest wait for what this page itself is doing. */
const PATIENCE = 5_000;

/** Whether changes come by themselves. */
export const streaming = signal(false);

/** What this page makes itself is in its list once its requests have come back. */
async function quiet(): Promise<void> {
  const until = Date.now() + PATIENCE;
  for (let still = 0; still < 2 && Date.now() < until;) {
    await new Promise((resolve) => {
      setTimeout(resolve, 60);
    });
    still = requestsUnderWay() === 0 ? still + 1 : 0;
  }
}

async function look(): Promise<void> {
  await quiet();
  const day = date.value;
  if (day === "") return;
  const known = new Set(versions.value.map(({ id }) => id));
  const held = publishedId.value;
  await refreshVersions();
  if (date.value !== day) return;
  const mine = planId.value;
  const fresh = versions.value.filter(({ id }) => !known.has(id) && id !== mine).at(-1);
  if (publishedId.value !== held && publishedId.value !== null && publishedId.value !== mine) {
    say(ta("others-published"));
  } else if (fresh !== undefined && known.size > 0) {
    const base = shown.value?.version;
    const aside = fresh.parentId !== null && [base?.id, base?.parentId].includes(fresh.parentId);
    say(ta(aside ? "others-aside" : "others-made", { who: fresh.author ?? author.value }));
  }
}

/** Whether a change may concern the open day; those that name no dates may. */
function concerns({ about }: ChangeView): boolean {
  const { dates, date: one } = about;
  const named = dates ?? one;
  return (
    named === undefined || named === date.peek() || (Array.isArray(named) && named.includes(date.peek()))
  );
}

/** Starts to follow; the function returned ends it. */
export function watchOthers(): () => void {
  let gathering: ReturnType<typeof setTimeout> | undefined;
  let lookedAt = Date.now();
  const now = (): void => {
    lookedAt = Date.now();
    look().catch((error: unknown) => {
      // The next look tries again; what the person does herself tells of a lost connection.
      if (!(error instanceof RequestFailed)) throw error;
    });
  };
  const soon = (): void => {
    clearTimeout(gathering);
    gathering = setTimeout(now, GATHER);
  };
  const changed = (data: unknown): void => {
    if (concerns(data as ChangeView)) soon();
  };
  const close = listen("/events", {
    on: { draft: changed, publication: changed, reload: soon },
    onState: (open) => {
      // What happened while the stream was away is read once it is back.
      if (open && !streaming.peek()) soon();
      streaming.value = open;
    },
  });
  const timer = setInterval(() => {
    if (!document.hidden && Date.now() - lookedAt >= (streaming.peek() ? SELDOM : POLL)) now();
  }, 1000);
  return () => {
    close();
    clearTimeout(gathering);
    clearInterval(timer);
    streaming.value = false;
  };
}
