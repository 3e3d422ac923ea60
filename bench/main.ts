/** `npm run -s bench -- COMMAND`: instances in, checked costs out. See docs/performance.md. */
import { Command } from "commander";
import { addApiLatency } from "./api-latency.js";
import { addAnytime } from "./commands/anytime.js";
import { addDays } from "./commands/days.js";
import { addAbsence, addGenerate } from "./commands/generate.js";
import { addGrowth } from "./commands/growth.js";
import { addPeers } from "./commands/peers.js";
import { addPublished } from "./commands/published.js";
import { addQuick } from "./commands/quick.js";
import { addReading } from "./commands/reading.js";
import { addReport } from "./commands/report.js";
import { addBounds } from "./commands/bounds.js";
import { addRobustness } from "./commands/robustness.js";
import { addTuning } from "./commands/tuning.js";
import { addWeek } from "./commands/week.js";
import { addLifeLatency } from "./life-latency.js";
import { addWebSize } from "./web-size.js";
import { addBoardSpeed } from "./board-speed.js";

const program = new Command("bench").description(
  "Benchmarks of the engine; every plan is checked before it counts.",
);
addGenerate(program);
addAbsence(program);
addPublished(program);
addDays(program);
addAnytime(program);
addGrowth(program);
addQuick(program);
addPeers(program);
addReading(program);
addReport(program);
addApiLatency(program);
addRobustness(program);
addBounds(program);
addTuning(program);
addWeek(program);
addLifeLatency(program);
addWebSize(program);
addBoardSpeed(program);

try {
  await program.parseAsync();
} catch (error) {
  console.error(error instanceof Error ? error.message : String(error));
  process.exitCode = 1;
}
