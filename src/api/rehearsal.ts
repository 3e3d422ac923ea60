/** The serving thread edits the demo day once for itself, bit by bit, so that nobody waits for code to be compiled. */
import { readFile } from "node:fs/promises";
import { setTimeout } from "node:timers/promises";
import { promisify } from "node:util";
import { gunzip } from "node:zlib";
import type { FastifyBaseLogger } from "fastify";
import type { Problem } from "../contracts/index.js";
import { rehearse } from "../planning/life/index.js";
import { demoDayFile } from "./plugins/web.js";

const unpack = promisify(gunzip);
/** Requests that have come meanwhile are answered between two edits. Milliseconds. */
const PAUSE = 20;

/** Does nothing where the demo day is missing; a failure is only logged. */
export async function rehearseEdits(goOn: () => boolean, logger: FastifyBaseLogger): Promise<void> {
  const { demoFile } = demoDayFile();
  if (demoFile === undefined) return;
  try {
    const text = (await unpack(await readFile(demoFile))).toString("utf8");
    await rehearse(JSON.parse(text) as Problem, async () => {
      await setTimeout(PAUSE);
      return goOn();
    });
    if (goOn()) logger.info("rehearsed");
  } catch (error) {
    logger.warn({ err: error }, "the rehearsal failed; first edits take longer");
  }
}
