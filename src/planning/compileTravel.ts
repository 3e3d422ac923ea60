/** A mode's matrix as one flat table of legs. */
import type { Place, TravelMode } from "../contracts/index.js";
import { NO_WAY, type TravelMode as CompiledMode } from "../../solver/index.js";
import { CompileError } from "./idTable.js";

/** A leg longer than 17 years fits in no shift: it is no way, and sums stay in 32 bits. */
const TOO_LONG = 2 ** 29;

interface Kept {
  readonly places: readonly Place[];
  readonly used: boolean;
  readonly compiled: CompiledMode;
}

/** What was compiled from a mode's matrix, as long as somebody holds the document. */
const kept = new WeakMap<TravelMode, Kept>();

/**
 * {@link compileLegs}, once for a document: versions of a day share its matrices, and an edit
 * would spend most of its time on them.
 */
export function compileMode(
  id: string,
  mode: TravelMode,
  places: readonly Place[],
  used: boolean,
): CompiledMode {
  const known = kept.get(mode);
  if (known?.places === places && known.used === used && known.compiled.id === id) return known.compiled;
  const compiled = compileLegs(id, mode, places, used);
  kept.set(mode, { places, used, compiled });
  return compiled;
}

/**
 * Seconds of every leg: the matrix, the mode's seconds for each stop and the setup of the
 * place arrived at; 0 from a place to itself. A mode that no shift uses may lack its
 * matrices; its table is then all {@link NO_WAY} beside the diagonal.
 */
function compileLegs(id: string, mode: TravelMode, places: readonly Place[], used: boolean): CompiledMode {
  const count = places.length;
  const legs = new Int32Array(count * count).fill(NO_WAY);
  const { durations } = mode;
  if (durations === undefined && used && count > 0) {
    throw new CompileError(
      "travel-missing",
      `mode ${id} has no durations; fill them in from a travel-time provider first`,
    );
  }
  const perStop = mode.perStopSeconds ?? 0;
  const setup = places.map((place) => perStop + (place.setupSeconds ?? 0));
  for (let from = 0; from < count; from++) {
    const row = durations?.[from] ?? [];
    for (let to = 0; to < count; to++) {
      const cell = row[to];
      if (cell === null || cell === undefined) continue;
      const seconds = cell + setup[to]!;
      if (seconds < TOO_LONG) legs[from * count + to] = seconds;
    }
    legs[from * count + from] = 0;
  }
  return { id, legs };
}
