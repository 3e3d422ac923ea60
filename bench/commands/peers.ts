/**
 * Other programs on the same plain days, in the same run as ours: VROOM, OR-Tools, PyVRP. They
 * live in a Python environment outside the repository, made from PyPI when it is missing.
 */
import { existsSync, mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Command } from "commander";
import { checkPlanFile, run, solveByCli } from "../support/cliRun.js";
import { engineHash } from "../support/engineHash.js";
import { appendLine, filesOf, nameOf, readJson, readText, writeText } from "../support/files.js";
import { circumstances } from "../support/measured.js";
import { RESULTS, ROOT } from "../support/paths.js";
import { gapPercent } from "../support/statistics.js";
import { evaluateVrptw } from "../vrptw/evaluate.js";
import { readVrptw } from "../vrptw/instance.js";
import { parseSol } from "../vrptw/solution.js";
import { listOf, numbers, positive, whole } from "./arguments.js";
import { daysIn } from "./days.js";

const TOOLS = ["vroom", "ortools", "pyvrp"] as const;
type Tool = (typeof TOOLS)[number];

/** What a tool cannot express of a plain day; such a day is given to it and to us without that. */
const WITHOUT_BREAKS: Record<Tool, boolean> = { vroom: false, ortools: false, pyvrp: true };

const SCRIPTS = join(ROOT, "bench/peers");

interface PeersArguments {
  tools: Tool[];
  seconds?: number;
  threads: number;
  seed: number;
  shares: number[];
  venv: string;
  ours: boolean;
  record: boolean;
}

export function addPeers(program: Command): void {
  const venv = join(tmpdir(), "kotikierros-peers");
  program
    .command("peers <path...>")
    .description("VROOM, OR-Tools and PyVRP against this engine on plain days")
    .option("--tools <list>", TOOLS.join(", "), listOf(TOOLS), [...TOOLS])
    .option("--seconds <s>", "for each tool (VROOM without it: its own time)", positive)
    .option("--threads <n>", "for each tool and for us", whole(1, 64), 2)
    .option("--seed <n>", "seed", whole(0, 2 ** 31 - 1), 1)
    .option("--shares <list>", "ours at these per cent of the tool's time", numbers, [100])
    .option("--venv <dir>", "Python environment, made when missing", venv)
    .option("--no-ours", "the tools only")
    .option("--no-record", "print only")
    .action(async (paths: string[], given: PeersArguments) => {
      const python = await pythonWithPeers(given.venv);
      const folder = mkdtempSync(join(tmpdir(), "kotikierros-peers-run-"));
      try {
        for (const path of daysIn(paths)) {
          for (const tool of given.tools) await compare(path, tool, python, folder, given);
        }
      } finally {
        rmSync(folder, { recursive: true });
      }
    });
  addPeerVrptw(program, venv);
}

async function pythonWithPeers(venv: string): Promise<string> {
  const python = join(venv, "bin/python");
  if (!existsSync(python)) {
    mkdirSync(venv, { recursive: true });
    await run("python3", ["-m", "venv", venv]);
    await run(python, ["-m", "pip", "install", "--quiet", "-r", join(SCRIPTS, "requirements.txt")]);
  }
  return python;
}

interface PeerAnswer {
  readonly tool: Tool;
  readonly seconds: number;
  readonly solved: boolean;
  readonly droppedForBreaks?: readonly string[];
}

async function compare(path: string, tool: Tool, python: string, folder: string, given: PeersArguments) {
  if (given.seconds === undefined && tool !== "vroom") throw new Error(`${tool} needs --seconds`);
  const day = WITHOUT_BREAKS[tool] ? withoutBreaks(path, folder) : path;
  const plan = join(folder, `${nameOf(day)}.${tool}.json`);
  const limit = given.seconds === undefined ? [] : ["--seconds", String(given.seconds)];
  const around = circumstances();
  const { stdout } = await run(python, [
    join(SCRIPTS, "run.py"),
    tool,
    day,
    "--out",
    plan,
    "--threads",
    String(given.threads),
    "--seed",
    String(given.seed),
    ...limit,
  ]);
  const answer = JSON.parse(stdout) as PeerAnswer;
  const theirs = answer.solved ? await costs(day, plan) : null;
  const shares = given.ours ? given.shares : [];
  const ours = [];
  for (const share of shares) {
    const seconds = Math.max(0.5, ((given.seconds ?? answer.seconds) * share) / 100);
    const own = join(folder, `${nameOf(day)}.ours.json`);
    const took = await solveByCli(day, own, { seconds, seed: given.seed, threads: given.threads });
    const cost = await costs(day, own);
    const against =
      theirs === null
        ? {}
        : {
            unservedLess: theirs.unservedCost - cost.unservedCost,
            totalPercent: gapPercent(cost.cost, theirs.cost),
            travelPercent: gapPercent(cost.travel, theirs.travel),
          };
    ours.push({ share, limit: seconds, ...took, ...cost, ...against });
  }
  const line = { day: nameOf(day), engine: engineHash(), peer: { ...answer, ...theirs }, ours, ...around };
  if (given.record) appendLine(join(RESULTS, "peers.jsonl"), line);
  console.log(JSON.stringify(line));
}

async function costs(day: string, plan: string) {
  const verdict = await checkPlanFile(day, plan);
  if (!verdict.valid)
    throw new Error(`${plan} is invalid: ${JSON.stringify(verdict.violations.slice(0, 3))}`);
  const unservedCost = verdict.cost.parts["unserved"] ?? 0;
  const travel = verdict.cost.parts["travel"] ?? 0;
  return { cost: verdict.cost.total, unserved: verdict.facts.unserved, unservedCost, travel };
}

/** A copy of the day in which no shift has a break. */
function withoutBreaks(path: string, folder: string): string {
  const problem = readJson(path) as { shifts: { breaks?: unknown[] }[] };
  for (const shift of problem.shifts) shift.breaks = [];
  const copy = join(folder, `${nameOf(path)}-no-breaks.json`);
  writeText(copy, JSON.stringify(problem));
  return copy;
}

function addPeerVrptw(program: Command, venv: string): void {
  program
    .command("peers-vrptw <path...>")
    .description("PyVRP on Solomon and Gehring-Homberger instances, one thread")
    .requiredOption("--seconds <s>", "for each instance", positive)
    .option("--seed <n>", "seed", whole(0, 2 ** 31 - 1), 1)
    .option("--venv <dir>", "Python environment, made when missing", venv)
    .action(async (paths: string[], given: { seconds: number; seed: number; venv: string }) => {
      const python = await pythonWithPeers(given.venv);
      const folder = mkdtempSync(join(tmpdir(), "kotikierros-peers-run-"));
      try {
        for (const path of filesOf(paths, [".txt", ".txt.gz"])) {
          const sol = join(folder, `${nameOf(path)}.sol`);
          const limits = ["--seconds", String(given.seconds), "--seed", String(given.seed)];
          const { stdout } = await run(python, [
            join(SCRIPTS, "vrptw_pyvrp.py"),
            path,
            ...limits,
            "--out",
            sol,
          ]);
          const verdict = evaluateVrptw(readVrptw(path), parseSol(readText(sol)));
          const peer = JSON.parse(stdout) as Record<string, unknown>;
          console.log(JSON.stringify({ ...peer, cost: verdict.cost, valid: verdict.faults.length === 0 }));
        }
      } finally {
        rmSync(folder, { recursive: true });
      }
    });
}
