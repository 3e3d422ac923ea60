/** What to do next: how to open the stored plan over HTTP. */
import type { Problem } from "../../contracts/index.js";
import { epochSeconds } from "../../domain/instant.js";
import { instantWriter } from "../../domain/localTime.js";
import type { Stored } from "../storing.js";
import type { Paint } from "./page.js";
import type { Words } from "./words.js";

const BASE = "http://127.0.0.1:8080";

export function openingText(
  problem: Problem,
  stored: Stored | undefined,
  database: string | undefined,
  words: Words,
  paint: Paint,
): string[] {
  if (stored === undefined) return [];
  const option = database === undefined ? "" : ` --database ${database}`;
  const shift = problem.shifts[0];
  const nurse =
    shift === undefined
      ? []
      : [
          `  curl "${BASE}/nurses/${shift.nurseId}/visits?date=${instantWriter(problem.timeZone)(epochSeconds(shift.from)).slice(0, 10)}"`,
        ];
  return [
    `${words.say("stored")} ${stored.planId}`,
    paint("bold", `${words.say("openApi")}:`),
    `  npm run -s cli -- serve --open${option}`,
    `  curl ${BASE}/plans/${stored.planId}`,
    ...nurse,
    `  ${BASE}/board/`,
    `  ${BASE}/docs`,
  ];
}
