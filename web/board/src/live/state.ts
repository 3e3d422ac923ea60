/** The running day: read at once when the server tells of a change, and from time to time without it. */
import { batch, signal } from "@preact/signals";
import type { ChangeView, DayPlanView, LiveView } from "../../../../src/contracts/index.js";
import { listen } from "../../../shared/events.js";
import { RequestFailed } from "../../../shared/problem.js";
import { request, requestOrNull } from "../../../shared/request.js";

/** Milliseconds between two looks without a stream; with one, expected times still move with the clock. */
const POLL = 15_000;
const CLOCK = 60_000;
/** Changes that come together are read once. */
const GATHER = 250;

export const live = signal<LiveView | null>(null);
/** The version that holds: names of its nurses and visit types. */
export const version = signal<DayPlanView | null>(null);
export const state = signal<"loading" | "ready" | "unpublished">("loading");
export const streaming = signal(false);
export const unreachable = signal(false);

/** Follows a date until the function returned is called. */
export function follow(date: string): () => void {
  let ended = false;
  let readAt = 0;
  let reads = 0;
  let newest = 0;
  let gathering: ReturnType<typeof setTimeout> | undefined;
  batch(() => {
    live.value = null;
    version.value = null;
    state.value = "loading";
    unreachable.value = false;
  });

  async function read(): Promise<void> {
    readAt = Date.now();
    const mine = (reads += 1);
    try {
      const day = await requestOrNull<LiveView>(`/days/${date}/live`);
      const held =
        day === null || version.peek()?.version.id === day.planId
          ? version.peek()
          : await request<DayPlanView>(`/plans/${day.planId}/day`);
      // An answer may be overtaken by that of a later look.
      if (ended || mine < newest) return;
      newest = mine;
      batch(() => {
        live.value = day;
        version.value = held;
        state.value = day === null ? "unpublished" : "ready";
        unreachable.value = false;
      });
    } catch (error) {
      if (!(error instanceof RequestFailed)) throw error;
      if (!ended) unreachable.value = true;
    }
  }
  const soon = (): void => {
    clearTimeout(gathering);
    gathering = setTimeout(() => void read(), GATHER);
  };
  const changed = (data: unknown): void => {
    const { date: about } = (data as ChangeView).about;
    if (about === undefined || about === date || (Array.isArray(about) && about.includes(date))) soon();
  };

  void read();
  const close = listen("/events", {
    on: { live: changed, publication: changed, reload: soon },
    onState: (open) => {
      streaming.value = open;
      // What happened between is not told again by every server.
      if (open) soon();
    },
  });
  const timer = setInterval(() => {
    if (!document.hidden && Date.now() - readAt >= (streaming.peek() ? CLOCK : POLL)) void read();
  }, 5000);
  return () => {
    ended = true;
    close();
    clearTimeout(gathering);
    clearInterval(timer);
    streaming.value = false;
  };
}
