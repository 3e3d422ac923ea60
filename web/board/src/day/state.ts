/** The day that is open: its versions, the one shown, what is selected, what is being done. */
import { batch, computed, effect, signal } from "@preact/signals";
import type {
  BoundView,
  DayPlanView,
  DayProblemView,
  EditedView,
  EditWish,
  ProblemView,
  VersionView,
  VisitType,
} from "../../../../src/contracts/index.js";
import { followEdit } from "../../../shared/followEdit.js";
import { request, requestOrNull } from "../../../shared/request.js";
import { RequestFailed } from "../../../shared/problem.js";
import { language } from "../../../shared/i18n/index.js";
import { author } from "../session.js";
import { address, replace } from "../router.js";
import { type DayModel, dayModel } from "./model.js";
import { ta } from "../words/day.js";

export const date = signal("");
export const versions = signal<readonly VersionView[]>([]);
export const problems = signal<readonly ProblemView[]>([]);
/** The version shown; null: the day as imported. */
export const shown = signal<DayPlanView | null>(null);
const imported = signal<DayProblemView | null>(null);
export const loading = signal(true);
export const failure = signal<RequestFailed | null>(null);
/** Told at the foot of the page, and to screen readers. */
export const message = signal<{ readonly text: string; readonly kind: "good" | "bad" | "plain" } | null>(
  null,
);
export const selectedVisit = signal<string | null>(null);
export const bound = signal<BoundView | null>(null);
let boundIn = language.peek();

const NO_TYPES: readonly VisitType[] = [];

/** Days that hand edits made, in order; what undo and redo walk along. */
const trail = signal<{ readonly days: readonly DayPlanView[]; readonly at: number }>({ days: [], at: -1 });
export const canUndo = computed(() => trail.value.at > 0);
export const canRedo = computed(() => trail.value.at < trail.value.days.length - 1);

/** The model before: rows that an edit leaves alone stay the same objects, and are not drawn again. */
let drawn: DayModel | null = null;
export const model = computed(() => {
  const version = shown.value;
  const day = imported.value;
  if (version !== null) drawn = dayModel(version.problem, version.plan, version.version.violations, drawn);
  else drawn = day === null ? null : dayModel(day.problem, null);
  return drawn;
});
/** Of the day. What hardly ever changes has signals of its own, so that an edit wakes what it changed and no more. */
export const timeZone = computed(() => model.value?.timeZone ?? "UTC");
export const visitTypes = computed(() => model.value?.types ?? NO_TYPES);
export const planId = computed(() => shown.value?.version.id ?? null);
export const problemId = computed(() => shown.value?.version.problemId ?? problems.value.at(-1)?.id ?? null);
/** In the place of a version's id in the address: the day as imported or made last, whatever versions there are. */
export const FRESH = "new";
/** What was imported or made last, where no version is of it; null: it is planned already. */
export const freshId = computed(() => {
  const id = problems.value.at(-1)?.id ?? null;
  return versions.value.some(({ problemId: of }) => of === id) ? null : id;
});
export const publishedId = computed(
  () => versions.value.find(({ state }) => state === "published")?.id ?? null,
);

export function say(text: string, kind: "good" | "bad" | "plain" = "plain"): void {
  message.value = { text, kind };
}

/** What a failed request says, in words of its own where there are none. */
export function sayFailure(error: unknown): void {
  if (!(error instanceof RequestFailed)) throw error;
  say(
    error.details.detail === "" ? ta("no-answer") : `${error.details.detail}. ${error.details.todo}`,
    "bad",
  );
}

export async function refreshVersions(): Promise<void> {
  const day = date.value;
  const { versions: list } = await request<{ versions: VersionView[] }>(`/days/${day}/versions`);
  if (date.peek() === day) versions.value = list;
}

/** What is proved is told in a sentence: in another language it is another one. */
async function askBound(id: string): Promise<void> {
  const found = await requestOrNull<BoundView>(`/plans/${id}/bound?language=${language.peek()}`);
  if (planId.value === id) bound.value = found;
}
effect(() => {
  const known = language.value;
  const id = planId.peek();
  if (bound.peek() !== null && id !== null && known !== boundIn) askBound(id).catch(sayFailure);
  boundIn = known;
});

/** Shows the day that the trail is at. */
function showAt(days: readonly DayPlanView[], at: number): void {
  const day = days[at];
  if (day === undefined) return;
  batch(() => {
    trail.value = { days, at };
    shown.value = day;
    bound.value = day.bound;
    if (selectedVisit.value !== null && !day.problem.visits.some((v) => v.id === selectedVisit.value)) {
      selectedVisit.value = null;
    }
  });
  if (address.value.page === "day") replace("day", date.value, day.version.id);
}

/** Count what was asked to be shown and opened: the last one is, in whatever order the answers come. */
let asked = 0;
let opened = 0;

/** Shows a version; the trail starts anew. */
export async function show(id: string): Promise<void> {
  const mine = (asked += 1);
  const day = await request<DayPlanView>(`/plans/${id}/day?language=${language.peek()}`);
  if (mine === asked) showAt([day], 0);
}

/** Shows the day as it was imported or made last. */
export async function showFresh(): Promise<void> {
  const id = problems.value.at(-1)?.id;
  if (id === undefined) return;
  const mine = (asked += 1);
  const day = await request<DayProblemView>(`/problems/${id}/day`);
  if (mine !== asked) return;
  batch(() => {
    imported.value = day;
    shown.value = null;
    bound.value = null;
    selectedVisit.value = null;
    trail.value = { days: [], at: -1 };
  });
}

/** Opens a date: the version named, else what is published, else the youngest, else the day as imported. */
export async function open(day: string, wanted?: string): Promise<void> {
  batch(() => {
    loading.value = true;
    failure.value = null;
    shown.value = null;
    imported.value = null;
    selectedVisit.value = null;
    date.value = day;
  });
  const mine = (opened += 1);
  try {
    const [{ versions: list }, { problems: known }] = await Promise.all([
      request<{ versions: VersionView[] }>(`/days/${day}/versions`),
      request<{ problems: ProblemView[] }>(`/days/${day}/problems`),
    ]);
    if (mine !== opened) return;
    versions.value = list;
    problems.value = known;
    const id = wanted ?? list.findLast(({ state }) => state === "published")?.id ?? list.at(-1)?.id;
    if (id === undefined || id === FRESH) await showFresh();
    else await show(id);
  } catch (error) {
    if (!(error instanceof RequestFailed)) throw error;
    if (mine === opened) failure.value = error;
  } finally {
    if (mine === opened) loading.value = false;
  }
}

/** Follows edits; the new draft is shown. Returns it, or null where it was refused (and said so). */
export async function edit(edits: readonly EditWish[], reason: string): Promise<EditedView | null> {
  const base = shown.value;
  const day = date.value;
  if (base === null) return null;
  say(ta("working"));
  try {
    const made = await request<EditedView>(`/plans/${base.version.id}/edits`, {
      method: "POST",
      body: { author: author.value, reason, edits },
    });
    if (date.peek() === day) versions.value = [...versions.value, made.day.version];
    // Whoever has gone elsewhere meanwhile stays there.
    if (shown.peek() !== base) return null;
    const { days, at } = trail.value;
    showAt([...days.slice(0, at + 1), followEdit(base, made)], at + 1);
    return made;
  } catch (error) {
    sayFailure(error);
    return null;
  }
}

function walk(step: 1 | -1): void {
  const { days, at } = trail.value;
  if (days[at + step] === undefined) return;
  showAt(days, at + step);
  // It was told in the language of that moment.
  if (bound.peek() !== null) askBound(planId.peek() ?? "").catch(sayFailure);
  say(ta(step === 1 ? "redone" : "undone"));
}

export const undo = (): void => walk(-1);
export const redo = (): void => walk(1);
