/** Pins that cannot all hold, in words: one sentence for each smallest set of them. */
import type { Fault, Problem } from "../../contracts/index.js";
import type { Language } from "../../checker/index.js";
import type { PinConflict } from "../../../solver/index.js";
import type { CompiledProblem } from "../compile.js";
import { FactSayer } from "./sayFact.js";
import { type Said, sayIn } from "./words.js";

export interface SaidPins {
  readonly visitIds: readonly string[];
  readonly said: Said;
  readonly smallest: boolean;
}

/** Pins and facts that one sentence names. */
const NAMED = 20;

function named(list: readonly Said[]): string[] {
  const texts = list.slice(0, NAMED).map(({ text }) => text);
  return list.length > NAMED ? [...texts, `… (+${list.length - NAMED})`] : texts;
}

export function sayPins(
  problem: Problem,
  compiled: CompiledProblem,
  conflicts: readonly PinConflict[],
  proved: boolean,
  language: Language,
): SaidPins[] {
  const say = sayIn(language);
  const facts = new FactSayer(problem, compiled, say, () => []);
  return conflicts.map((conflict) => {
    const pins = named(conflict.visits.map((v) => facts.pin(v)));
    const others = named(conflict.facts.map((fact) => facts.fact(fact)));
    const visitIds = conflict.visits.map((v) => compiled.data.visits[v]!.id);
    const { smallest } = conflict;
    if (!proved) return { visitIds, said: say("pins-unproved", { pins }), smallest };
    const code = conflict.visits.length === 1 ? "pins-alone" : "pins-clash";
    const said = others.length === 0 ? say(code, { pins }) : say(`${code}-facts`, { pins, facts: others });
    return { visitIds, said, smallest };
  });
}

/** The same as faults of the problem document, each at the first of its pins. */
export function pinFaults(problem: Problem, told: readonly SaidPins[], todo: string): Fault[] {
  const at = new Map(problem.visits.map(({ id }, index) => [id, index]));
  return told.map(({ visitIds, said }) => ({
    code: "pins-conflict",
    path: `/visits/${at.get(visitIds[0]!)}/pin`,
    message: said.text,
    todo,
  }));
}
