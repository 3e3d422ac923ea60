/** One day: time line, tray, figures, map, and what can be done with them. */
import { signal } from "@preact/signals";
import { lazy, Suspense } from "preact/compat";
import { useEffect } from "preact/hooks";
import { formatDate } from "../../../shared/i18n/index.js";
import { Button } from "../../../shared/ui/Button.js";
import { Nav } from "../Nav.js";
import { address, linkTo } from "../router.js";
import { ta } from "../words/day.js";
import { AbsenceDialog } from "./dialogs/AbsenceDialog.js";
import { CompareDialog } from "./dialogs/CompareDialog.js";
import { OptimiseDialog } from "./dialogs/OptimiseDialog.js";
import { PublishDialog } from "./dialogs/PublishDialog.js";
import { ghost } from "./dragging.js";
import { Figures } from "./Figures.js";
import { mapOpen, mapSize, toggleMap } from "./map/settings.js";
import { Inspector } from "./Inspector.js";
import { moving, run } from "./moving.js";
import { lookOf, names, typeName, visitName, visitNameOf } from "./names.js";
import {
  canRedo,
  canUndo,
  date,
  failure,
  FRESH,
  freshId,
  loading,
  model,
  open,
  planId,
  problemId,
  publishedId,
  redo,
  sayFailure,
  selectedVisit,
  show,
  showFresh,
  shown,
  undo,
  versions,
} from "./state.js";
import { watchOthers } from "./sync.js";
import { Timeline } from "./Timeline.js";
import { Tray } from "./Tray.js";
import { TypeChip } from "./TypeChip.js";
import { versionWords } from "./versionWords.js";
import { violationWords } from "../words/violations.js";

/** A chosen visit comes before the tray, unless one is being carried and may be dropped there. */
const inspectorFirst = (): boolean => selectedVisit.value !== null && moving.value === null;

type DialogName = "optimise" | "publish" | "absence" | "compare";
const dialog = signal<DialogName | null>(null);

const MapPanel = lazy(async () => import("./map/MapPanel.js"));

function VersionChoice() {
  const list = versions.value;
  if (list.length === 0) return <span class="muted">{ta("version-none")}</span>;
  return (
    <select
      class="select version"
      aria-label={ta("version")}
      value={planId.value ?? FRESH}
      onChange={({ currentTarget: { value } }) => run(value === FRESH ? showFresh() : show(value))}
    >
      {(freshId.value !== null || planId.value === null) && (
        <option value={FRESH}>{ta("version-fresh")}</option>
      )}
      {list.toReversed().map((one) => (
        <option key={one.id} value={one.id}>
          {versionWords(one)}
        </option>
      ))}
    </select>
  );
}

function StateTag() {
  const version = shown.value?.version;
  if (version === undefined) return null;
  const state = version.id === publishedId.value ? "published" : version.state;
  return (
    <>
      <span class={`tag ${state}`}>{ta(state)}</span>
      <span class={`tag ${version.violations.length === 0 ? "ok" : "bad"}`}>
        {version.violations.length === 0 ? ta("valid") : ta("invalid", { n: version.violations.length })}
      </span>
    </>
  );
}

function Toolbar() {
  const planned = planId.value !== null;
  return (
    <div class="toolbar">
      <h1>{formatDate(date.value, "medium")}</h1>
      <VersionChoice />
      <StateTag />
      <span class="space" />
      <Button
        kind="quiet"
        disabled={!canUndo.value}
        onClick={undo}
        aria-label={ta("undo")}
        title={`${ta("undo")} (Ctrl+Z)`}
      >
        ↶
      </Button>
      <Button
        kind="quiet"
        disabled={!canRedo.value}
        onClick={redo}
        aria-label={ta("redo")}
        title={`${ta("redo")} (Ctrl+Y)`}
      >
        ↷
      </Button>
      <Button kind="quiet" aria-pressed={mapOpen.value} onClick={toggleMap}>
        {ta("map")}
      </Button>
      <Button disabled={!planned || versions.value.length < 2} onClick={() => (dialog.value = "compare")}>
        {ta("compare")}
      </Button>
      <Button disabled={!planned} onClick={() => (dialog.value = "absence")}>
        {ta("absence")}
      </Button>
      <a class="button" href={linkTo("print", date.value, planId.value ?? "")} aria-disabled={!planned}>
        {ta("print")}
      </a>
      <Button
        kind={planned ? "plain" : "primary"}
        disabled={problemId.value === null}
        onClick={() => (dialog.value = "optimise")}
      >
        {ta("optimise")}
      </Button>
      <Button
        kind={planned ? "primary" : "plain"}
        disabled={!planned}
        onClick={() => (dialog.value = "publish")}
      >
        {ta("publish")}
      </Button>
    </div>
  );
}

function Legend() {
  const day = model.value;
  if (day === null) return null;
  return (
    <ul class="legend" aria-label={ta("legend")}>
      {day.types.map(({ id }) => (
        <li key={id}>
          <TypeChip typeId={id} />
          {typeName(id)}
        </li>
      ))}
      <li>
        <span class="chip way" /> {ta("travel")}
      </li>
      <li>
        <span class="chip pause" /> {ta("break")}
      </li>
    </ul>
  );
}

/** Broken rules of the version, in words; choosing one selects its visit. */
function Violations() {
  const list = shown.value?.version.violations ?? [];
  if (list.length === 0) return null;
  return (
    <section class="violations" aria-labelledby="violations-title">
      <h2 id="violations-title">
        {ta("violations")} <span class="count bad">{list.length}</span>
      </h2>
      <ul>
        {list.slice(0, 50).map((violation) => (
          <li key={violation.key}>
            <button
              type="button"
              class="line"
              disabled={violation.visitId === undefined}
              onClick={() => (selectedVisit.value = violation.visitId ?? null)}
            >
              {violation.visitId !== undefined && <b>{visitNameOf(violation.visitId)} </b>}
              {violationWords(violation, names)}
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** The visit under the pointer while it is dragged. */
function Ghost() {
  const at = ghost.value;
  const visit = model.value?.visits.get(moving.value?.visitId ?? "");
  if (at === null || visit === undefined) return null;
  const { token, letter } = lookOf(visit.typeId);
  return (
    <div
      class={`ghost type-${token}`}
      style={{ transform: `translate(${at.x + 10}px, ${at.y + 8}px)` }}
      aria-hidden="true"
    >
      <b>{letter}</b> {visitName(visit)} · {visit.minutes} min
    </div>
  );
}

const DIALOGS = {
  optimise: OptimiseDialog,
  publish: PublishDialog,
  absence: AbsenceDialog,
  compare: CompareDialog,
};

function OpenDialog() {
  const name = dialog.value;
  if (name === null) return null;
  const Chosen = DIALOGS[name];
  return <Chosen onClose={() => (dialog.value = null)} />;
}

/** By their keys both stay as they are where only their order changes. */
function sides() {
  const [tray, visit] = [<Tray key="tray" />, <Inspector key="visit" />];
  return inspectorFirst() ? [visit, tray] : [tray, visit];
}

function onUndoKeys(event: KeyboardEvent): void {
  if (!(event.ctrlKey || event.metaKey) || event.altKey) return;
  if ((event.target as HTMLElement | null)?.closest("input, textarea, dialog") != null) return;
  const key = event.key.toLowerCase();
  const again = key === "y" || (key === "z" && event.shiftKey);
  if (key !== "z" && !again) return;
  event.preventDefault();
  (again ? redo : undo)();
}

/**
 * Opens what the address names, unless it is shown. The address is read now, not as it was when the page was
 * drawn: an undo between drawing and this effect has moved on already.
 */
function openAddress(): void {
  const { page, parts } = address.peek();
  const [day = "", wanted] = parts;
  if (page !== "day" || (date.peek() === day && wanted !== undefined && wanted === planId.peek())) return;
  open(day, wanted === "" ? undefined : wanted).catch(sayFailure);
}

export function DayPage() {
  const [day = "", wanted] = address.value.parts;
  useEffect(openAddress, [day, wanted]);
  useEffect(() => {
    const stopWatching = watchOthers();
    addEventListener("keydown", onUndoKeys);
    return () => {
      stopWatching();
      removeEventListener("keydown", onUndoKeys);
    };
  }, []);
  const failed = failure.value;
  const empty = !loading.value && (failed !== null || model.value === null);
  return (
    <>
      <Nav page="day" />
      <main class="day">
        {empty ? (
          <div class="empty">
            <h1>{day === "" ? "" : formatDate(day)}</h1>
            <p class={failed === null ? "" : "notice bad"}>
              {failed === null ? ta("day-unknown") : failed.details.detail || ta("no-answer")}
            </p>
            <a class="button" href="#/">
              {ta("back")}
            </a>
          </div>
        ) : model.value === null ? (
          <p class="empty" role="status">
            {ta("loading")}
          </p>
        ) : (
          <>
            <Toolbar />
            <Figures />
            <div class={`work ${mapOpen.value ? `with-map map-${mapSize.value}` : ""}`}>
              <div class="left">
                <Timeline />
                <Legend />
              </div>
              <aside class="side">
                <div class="scroll">
                  <Violations />
                  {sides()}
                </div>
              </aside>
              {mapOpen.value && (
                <div class="map-cell">
                  <Suspense fallback={<div class="map" />}>
                    <MapPanel />
                  </Suspense>
                </div>
              )}
            </div>
            <OpenDialog />
            <Ghost />
          </>
        )}
      </main>
    </>
  );
}
