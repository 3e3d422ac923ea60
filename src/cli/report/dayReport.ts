/** The page that a coordinator wants of a finished plan. */
import type { Plan, Problem } from "../../contracts/index.js";
import { type Verdict, COST_PARTS, DEFAULT_WEIGHTS } from "../../checker/index.js";
import { epochSeconds } from "../../domain/instant.js";
import { Day, must } from "./day.js";
import { figuresText } from "./figuresText.js";
import { figuresOf } from "./figures.js";
import { left, type Paint, right, size, wrap, WIDTH } from "./page.js";
import { reasonWords } from "./reasons.js";
import { roundOf } from "./round.js";
import { roundText } from "./roundText.js";
import type { Words } from "./words.js";

/** The whole report as lines without line ends. `seconds` is how long planning took. */
export function dayReport(
  problem: Problem,
  plan: Plan,
  verdict: Verdict,
  words: Words,
  paint: Paint,
  seconds: number,
): string[] {
  const day = new Day(problem, plan);
  const rounds = plan.routes
    .map((route) => roundOf(day, route))
    .sort((a, b) => epochSeconds(a.shift.from) - epochSeconds(b.shift.from));
  const lines = [...title(day, words, paint, seconds), ...verdictText(verdict, words, paint), ""];
  lines.push(paint("bold", words.say("rounds")), "");
  for (const round of rounds) lines.push(...roundText(day, round, words, paint), "");
  lines.push(...boughtText(day, words, paint));
  lines.push(...unservedText(day, words, paint), "");
  lines.push(...costText(problem, verdict, words, paint), "");
  lines.push(...figuresText(figuresOf(day, rounds), words, paint));
  return lines;
}

function title(day: Day, words: Words, paint: Paint, seconds: number): string[] {
  const first = day.problem.shifts[0];
  const date = first === undefined ? "" : words.day(day.date(first.from));
  const nurses = new Set(day.problem.shifts.map(({ nurseId }) => nurseId)).size;
  const counts = `${day.problem.visits.length} ${words.say("visits")} · ${nurses} ${words.say("nurses")} · ${day.plan.routes.length} ${words.say("roundsCount")}`;
  const lines = [paint("bold", `Kotikierros · ${date}`), counts];
  const solver = day.plan.solver;
  if (solver !== undefined) {
    lines.push(
      `${words.say("planned")} ${words.number(Math.round(seconds * 10) / 10)} s · ${words.number(solver.iterations)} ${words.say("iterations")} · ${solver.threads} ${words.say("threads")}`,
    );
  }
  for (const line of sourceLines(day.plan, words)) lines.push(...wrap(line, WIDTH, 2));
  return lines;
}

/** Where the travel times came from, one text for each different source. */
function sourceLines(plan: Plan, words: Words): string[] {
  const modes = new Map<string, string[]>();
  for (const [mode, source] of Object.entries(plan.travelSource ?? {})) {
    const said = words.source(source);
    modes.set(said, [...(modes.get(said) ?? []), words.mode(mode)]);
  }
  return [...modes].map(([said, names]) => `${words.say("roads")} ${names.join(", ")}: ${said}`);
}

function verdictText(verdict: Verdict, words: Words, paint: Paint): string[] {
  if (verdict.valid) return [paint("green", words.say("valid"))];
  const said = verdict.violations.slice(0, 20).map((v) => `  ${v.rule}: ${v.message}`);
  return [paint("red", words.say("invalid")), ...said];
}

/** Rows of `visit, client, kind, length, windows`, each column as wide as its widest cell. */
function visitTable(day: Day, visitIds: readonly string[], words: Words): string[] {
  const rows = visitIds.map((visitId) => {
    const visit = must(day.visits, visitId);
    const type = day.problem.visitTypes.find(({ id }) => id === visit.typeId);
    const windows = visit.windows.map((w) => `${day.clock(w.from)}–${day.clock(w.to)}`).join(", ");
    const crew = visit.crewSize !== undefined && visit.crewSize > 1 ? ` ×${visit.crewSize}` : "";
    const name = type?.name?.[words.lang] ?? visit.typeId;
    return [visit.id, visit.clientId, name, `${visit.minutes} min${crew}`, windows];
  });
  const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map((row) => size(row[column] ?? ""))));
  return rows.map((row) =>
    `  ${row.map((cell, column) => left(cell, widths[column] ?? 0)).join("  ")}`.trimEnd(),
  );
}

function boughtText(day: Day, words: Words, paint: Paint): string[] {
  const bought = day.plan.bought ?? [];
  if (bought.length === 0) return [];
  const names = new Map(day.problem.providers?.map(({ id, name }) => [id, name ?? id]));
  const table = visitTable(
    day,
    bought.map(({ visitId }) => visitId),
    words,
  );
  const lines = bought.map(
    ({ providerId }, index) => `${table[index]}  → ${names.get(providerId) ?? providerId}`,
  );
  return [paint("bold", `${words.say("boughtHead")} (${bought.length})`), ...lines, ""];
}

function unservedText(day: Day, words: Words, paint: Paint): string[] {
  const unserved = day.plan.unserved;
  if (unserved.length === 0) return [paint("green", words.say("allServed"))];
  const lines = [paint("bold", paint("red", `${words.say("notServed")} (${unserved.length})`))];
  const table = visitTable(
    day,
    unserved.map(({ visitId }) => visitId),
    words,
  );
  unserved.forEach(({ visitId, reasons }, index) => {
    lines.push(table[index] ?? "");
    const needs = needsOf(day, visitId);
    const said = [
      ...(needs.length === 0 ? [] : [`${words.say("needs")} ${needs.join(" + ")}`]),
      reasonWords(reasons, words.lang),
    ];
    for (const text of said) lines.push(...wrap(text, WIDTH, 6, 4));
  });
  return lines;
}

/** Skills that a visit asks for, alternatives joined by a slash. */
function needsOf(day: Day, visitId: string): string[] {
  const visit = must(day.visits, visitId);
  const type = day.problem.visitTypes.find(({ id }) => id === visit.typeId);
  const groups = [type?.requiresAnyOf ?? [], visit.requiresAnyOf ?? []].filter((group) => group.length > 0);
  const all = [
    ...(type?.requires ?? []),
    ...(visit.requires ?? []),
    ...groups.map((group) => group.join("/")),
  ];
  return [...new Set(all)];
}

function costText(problem: Problem, verdict: Verdict, words: Words, paint: Paint): string[] {
  const weights = { ...DEFAULT_WEIGHTS, ...problem.weights };
  const lines = [paint("bold", words.say("costHead"))];
  for (const part of COST_PARTS) {
    const amount = verdict.cost.parts[part];
    if (amount === 0 || weights[part] === 0) continue;
    const { name, unit } = words.part(part);
    const counted =
      unit === "seconds" ? words.duration(amount) : unit === "count" ? words.number(amount) : "";
    const times = weights[part] === 1 || unit === "points" ? "" : `× ${words.number(weights[part])}`;
    lines.push(
      `  ${left(name, 28)}${right(words.number(amount * weights[part]), 10)}   ${left(counted, 14)}${times}`.trimEnd(),
    );
  }
  lines.push(
    `  ${left(words.say("total"), 28)}${right(words.number(verdict.cost.total), 10)}   ${words.say("points")}`,
  );
  return lines;
}
