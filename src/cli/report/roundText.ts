/** One round as lines of text: a time line that a coordinator reads from top to bottom. */
import { type Day, must } from "./day.js";
import { fit, left, type Paint, right, WIDTH } from "./page.js";
import type { Line, Note, Round } from "./round.js";
import type { Words } from "./words.js";

/** Columns before the notes: clock, client, kind of visit, minutes on the way. */
const CLOCK = 13;
const WHO = 22;
const WHAT = 26;
const WAY = 8;
const BEFORE_NOTES = 2 + CLOCK + WHO + WHAT + WAY + 2;

/** Idle time of less than this many seconds before a visit is not worth a word. */
const WORTH_SAYING = 300;

export function roundText(day: Day, round: Round, words: Words, paint: Paint): string[] {
  const { shift } = round;
  const hours = `${day.clock(shift.from)}–${day.clock(shift.to)}`;
  const count = `${round.visits} ${words.say(round.visits === 1 ? "visit" : "visits")}`;
  const facts = [hours, words.mode(shift.mode), count, words.duration(round.travelSeconds)];
  if (round.metres !== null) facts.push(words.kilometres(round.metres));
  const name = fit(day.nurseName(shift.nurseId), 30);
  const head = `${paint("bold", name)}  ${paint("dim", `${shift.id} · ${facts.join(" · ")}`)}`;
  return [head, ...round.lines.flatMap((line) => lineText(day, line, words, paint))];
}

function lineText(day: Day, line: Line, words: Words, paint: Paint): string[] {
  if (line.kind === "visit") return visitText(day, line, words, paint);
  if (line.kind === "break") {
    const clock = `${day.clock(line.from)}–${day.clock(line.to)}`;
    const what = words.say(/meal|lunch|ruoka|måltid/i.test(line.breakId) ? "meal" : "break");
    return [`  ${paint("dim", left(clock, CLOCK) + what)}`];
  }
  const clock = left(line.kind === "leave" ? day.clock(line.at) : `      ${day.clock(line.at)}`, CLOCK);
  const place = day.places.get(line.placeId)?.name ?? line.placeId;
  const what = `${words.say(line.kind === "leave" ? "leaves" : "returns")} ${place}`;
  const way = line.kind === "return" ? right(minutes(line.travel), WAY) : "";
  return [`  ${paint("dim", clock + left(fit(what, WHO + WHAT - 1), WHO + WHAT) + way)}`.trimEnd()];
}

type VisitLine = Extract<Line, { kind: "visit" }>;

function visitText(day: Day, line: VisitLine, words: Words, paint: Paint): string[] {
  const visit = must(day.visits, line.visitId);
  const client = must(day.clients, visit.clientId);
  const place = day.places.get(client.placeId)?.name;
  const who = place === undefined ? client.id : `${client.id} ${place}`;
  const type = day.problem.visitTypes.find(({ id }) => id === visit.typeId);
  const what = type?.name?.[words.lang] ?? visit.typeId;
  const clock = `${day.clock(line.from)}–${day.clock(line.to)}`;
  const head =
    left(clock, CLOCK) +
    left(fit(who, WHO - 1), WHO) +
    left(fit(what, WHAT - 1), WHAT) +
    right(line.travel === 0 ? "" : minutes(line.travel), WAY);
  const notes = line.notes.map((note) => noteWords(day, note, words));
  if (line.wait >= WORTH_SAYING) notes.unshift(`${words.duration(line.wait)} ${words.say("idleNote")}`);
  return withNotes(head, notes, paint);
}

/** Notes to the right of a visit, on further lines where one is too short. */
function withNotes(head: string, notes: readonly string[], paint: Paint): string[] {
  const room = WIDTH - BEFORE_NOTES;
  const rows: string[] = [];
  for (const note of notes) {
    const last = rows.at(-1);
    const joined = last === undefined ? note : `${last}, ${note}`;
    if (last !== undefined && [...joined].length <= room) rows[rows.length - 1] = joined;
    else rows.push(fit(note, room));
  }
  const first = rows[0] === undefined ? `  ${head}`.trimEnd() : `  ${head}  ${paint("yellow", rows[0])}`;
  return [first, ...rows.slice(1).map((row) => " ".repeat(BEFORE_NOTES) + paint("yellow", row))];
}

function noteWords(day: Day, note: Note, words: Words): string {
  switch (note.kind) {
    case "with":
      return `${words.say("with")} ${note.nurseIds.map((id) => day.nurseName(id)).join(", ")}`;
    case "late":
    case "early":
      return `${note.minutes} ${words.say(note.kind)}`;
    default:
      return words.say(note.kind);
  }
}

/** Whole minutes on the way, never less than one for a real leg. */
function minutes(seconds: number): string {
  return `${Math.max(seconds > 0 ? 1 : 0, Math.round(seconds / 60))} min`;
}
