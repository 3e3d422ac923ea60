/** Which round is looked at: the one of the visit chosen, or one picked by itself. */
import { batch, computed, signal } from "@preact/signals";
import type { Row } from "./model.js";
import { model, selectedVisit } from "./state.js";

const picked = signal<string | null>(null);

/** Rounds of the visit chosen (two for a crew), else the one picked; empty: all alike. */
export const chosenRows = computed<readonly Row[]>(() => {
  const day = model.value;
  const visit = selectedVisit.value;
  if (day === null) return [];
  if (visit !== null) return day.rowsOf.get(visit) ?? [];
  const row = day.rows.find(({ shiftId }) => shiftId === picked.value);
  return row === undefined ? [] : [row];
});

/** @param shiftId null: no round by itself */
export function pickRound(shiftId: string | null): void {
  batch(() => {
    picked.value = shiftId;
    selectedVisit.value = null;
  });
}

/** Colours that white text can be read on (4.5 : 1 and more) and that stand apart on the map. */
const COLOURS = [
  "#0b5fa5",
  "#b3261e",
  "#2a7230",
  "#7a3b9e",
  "#8f5200",
  "#00726a",
  "#b8185a",
  "#3a46a8",
  "#5d4037",
  "#5a6400",
  "#a33c00",
  "#455a64",
] as const;

/** A nurse keeps her colour over all her shifts of the day; numbers tell apart those who share one. */
const colours = computed<ReadonlyMap<string, string>>(() => {
  const nurses = [...new Set((model.value?.rows ?? []).map(({ nurseId }) => nurseId))];
  return new Map(nurses.map((id, i) => [id, COLOURS[i % COLOURS.length] ?? COLOURS[0]]));
});

export const nurseColour = (nurseId: string): string => colours.value.get(nurseId) ?? COLOURS[11];
