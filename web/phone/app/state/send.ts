/** Entries as the routes of the server take them, and their answers as the queue takes those. */
import type { NoteReadings, ReadingOutcomes } from "../../../../src/contracts/nurseDay.js";
import type { ActualsBatch } from "../../../../src/contracts/actuals.js";
import { RequestFailed } from "../../../shared/problem.js";
import { type Entry, instantText, type Outcome, type Sending } from "../../core/index.js";
import { askJson, isSignedOut, isUnreachable } from "./api.js";

type ActualEvent = ActualsBatch["events"][number];

/** The answer to POST /actuals, as far as the phone reads it. */
interface RecordedActuals {
  readonly events: readonly {
    readonly id: string;
    readonly outcome: "stored" | "duplicate" | "refused";
    readonly refusal: string | null;
    readonly flags: readonly string[];
  }[];
}

type Route = "actuals" | "readings" | "messages";

const routeOf = ({ kind }: Entry): Route =>
  kind === "message" ? "messages" : kind === "notes-read" ? "readings" : "actuals";

function toEvent(entry: Entry): ActualEvent {
  const { id, nurseId, at, date, visitId, minutes, text } = entry;
  const common = { id, nurseId, at, date };
  const visit = visitId === null ? {} : { visitId };
  if (entry.kind === "running-late")
    return { ...common, ...visit, kind: "running-late", minutes: minutes ?? 0 };
  if (entry.kind === "note") return { ...common, ...visit, kind: "note", text: text ?? "" };
  if (entry.kind === "message" || entry.kind === "notes-read") throw new Error(`${entry.kind} is no event`);
  if (visitId === null) throw new Error(`${entry.kind} without a visit`);
  return { ...common, visitId, kind: entry.kind };
}

/**
 * Flags that a nurse is told of, the weightiest first. The others need nothing of her: late arrival is
 * what offline is for, and of a wrong clock the head of every page tells.
 */
const TOLD_FLAGS = ["not-on-a-round", "other-nurse", "far-from-plan"];

async function sendActuals(entries: readonly Entry[]): Promise<readonly Outcome[]> {
  const batch: ActualsBatch = { sentAt: instantText(Date.now()), events: entries.map(toEvent) };
  const { events } = await askJson<RecordedActuals>("/actuals", { method: "POST", body: batch });
  return events.map(({ id, outcome, refusal, flags }): Outcome => {
    if (outcome === "refused") return { id, state: "refused", code: refusal ?? "refused" };
    const told = TOLD_FLAGS.find((flag) => flags.includes(flag));
    return told === undefined ? { id, state: "sent" } : { id, state: "flagged", code: told };
  });
}

async function sendReadings(entries: readonly Entry[]): Promise<readonly Outcome[]> {
  const body: NoteReadings = {
    readings: entries.map(({ id, visitId, date, at }) => ({ id, visitId: visitId ?? "", date, at })),
  };
  const nurseId = entries[0]!.nurseId;
  const { outcomes } = await askJson<ReadingOutcomes>(
    `/nurses/${encodeURIComponent(nurseId)}/note-readings`,
    { method: "POST", body },
  );
  return outcomes.map(({ id, onRound }) =>
    onRound ? { id, state: "sent" } : { id, state: "flagged", code: "not-on-a-round" },
  );
}

async function sendMessage(entry: Entry): Promise<Outcome> {
  const { id, nurseId, text, visitId, date } = entry;
  await askJson("/messages", {
    method: "POST",
    body: { id, nurseId, date, visitId, text: text ?? "" },
  });
  return { id, state: "sent" };
}

async function sendOver(route: Route, entries: readonly Entry[]): Promise<readonly Outcome[]> {
  if (route === "actuals") return sendActuals(entries);
  if (route === "readings") return sendReadings(entries);
  const outcomes: Outcome[] = [];
  for (const entry of entries) outcomes.push(await sendMessage(entry));
  return outcomes;
}

/** Entries of one kind of route that follow each other, from the first on. */
function leading(entries: readonly Entry[]): readonly Entry[] {
  const route = routeOf(entries[0]!);
  const other = entries.findIndex((entry) => routeOf(entry) !== route);
  return other === -1 ? entries : entries.slice(0, other);
}

/** For the queue: sends the first entries that go to one route together. */
export async function sendEntries(entries: readonly Entry[]): Promise<Sending> {
  const batch = leading(entries);
  try {
    return { kind: "answered", outcomes: await sendOver(routeOf(batch[0]!), batch) };
  } catch (error) {
    if (isSignedOut(error)) return { kind: "signed-out" };
    if (isUnreachable(error) || !(error instanceof RequestFailed)) return { kind: "unreachable" };
    // The server refuses the request as such: asking again with the same would not help.
    const { code, detail } = error.details;
    return {
      kind: "answered",
      outcomes: batch.map(({ id }) => ({ id, state: "refused", code, detail })),
    };
  }
}
