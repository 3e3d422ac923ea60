/** The selected visit: what it needs, where it stands, who else could take it, why it is left out, bought or late. */
import { useSignal } from "@preact/signals";
import type { PlacesView, PlaceView, Visit } from "../../../../src/contracts/index.js";
import { formatDuration, formatSigned, formatTime } from "../../../shared/i18n/index.js";
import { Button } from "../../../shared/ui/Button.js";
import { languageName, skillName } from "../../../shared/plainNames.js";
import { tc } from "../words/capacity.js";
import { ta } from "../words/day.js";
import { isPart, tpart } from "../words/figures.js";
import { reasonWords } from "../words/reasons.js";
import { violationWords } from "../words/violations.js";
import { Barred } from "./Barred.js";
import { beginByKeyboard } from "./keyboardMove.js";
import { askPlaces, bestByNurse, run, takeOff, togglePin } from "./moving.js";
import { areaName } from "../standingNames.js";
import { clientName, names, nurseName, typeName, visitName } from "./names.js";
import { standingOf, Why } from "./Why.js";
import { edit, model, planId, say, sayFailure, selectedVisit, shown } from "./state.js";

function Facts({ visit }: { readonly visit: Visit }) {
  const day = model.value;
  if (day === null) return null;
  const at = (instant: string): string => formatTime(instant, day.timeZone);
  const client = day.clients.get(visit.clientId);
  const type = day.typeOf.get(visit.typeId);
  const needs = [...(type?.requires ?? []), ...(visit.requires ?? [])];
  const any = [...(type?.requiresAnyOf ?? []), ...(visit.requiresAnyOf ?? [])];
  const block = day.blockOf.get(visit.id);
  const rows = day.rowsOf.get(visit.id) ?? [];
  return (
    <dl class="facts">
      {block !== undefined && (
        <>
          <dt>{ta("time")}</dt>
          <dd>
            <b>
              {formatTime(block.start, day.timeZone)}–{formatTime(block.end, day.timeZone)}
            </b>{" "}
            {block.off > 0 && <em class="warn">{ta("late", { t: formatDuration(block.off) })}</em>}
            {block.off < 0 && <em class="warn">{ta("early", { t: formatDuration(block.off) })}</em>}
          </dd>
          <dt>{ta("by")}</dt>
          <dd>
            {rows.map(({ name }) => name).join(", ")}{" "}
            {block.familiar !== null && <em>{ta(block.familiar ? "familiar" : "unfamiliar")}</em>}
          </dd>
        </>
      )}
      <dt>{ta("window")}</dt>
      <dd>{visit.windows.map(({ from, to }) => `${at(from)}–${at(to)}`).join(", ")}</dd>
      {visit.preferred !== undefined && (
        <>
          <dt>{ta("preferred")}</dt>
          <dd>
            {at(visit.preferred.from)}–{at(visit.preferred.to)}
          </dd>
        </>
      )}
      <dt>{ta("needs")}</dt>
      <dd>
        {[
          ...needs.map(skillName),
          ...(any.length > 0 ? [any.map(skillName).join(` ${tc("or")} `)] : []),
          ...((visit.crewSize ?? 1) > 1 ? [ta("crew", { n: visit.crewSize ?? 1 })] : []),
          ...(visit.remote === true ? [ta("remote")] : []),
        ].join(", ") || "–"}
      </dd>
      {(client?.languages?.length ?? 0) > 0 && (
        <>
          <dt>{ta("languages")}</dt>
          <dd>{client?.languages?.map(languageName).join(", ")}</dd>
        </>
      )}
      {client?.areaId !== undefined && (
        <>
          <dt>{ta("area")}</dt>
          <dd>{areaName(client.areaId)}</dd>
        </>
      )}
    </dl>
  );
}

/** What changes against now, points by part, the most first: `Travel −240 · Unfamiliar nurse +600`. */
function partsWords(place: PlaceView, present: PlaceView | null): string {
  const parts = new Set([...Object.keys(place.parts), ...Object.keys(present?.parts ?? {})]);
  return [...parts]
    .map((part) => [part, (place.parts[part] ?? 0) - (present?.parts[part] ?? 0)] as const)
    .filter(([, value]) => value !== 0)
    .toSorted(([, a], [, b]) => Math.abs(b) - Math.abs(a))
    .slice(0, 3)
    .map(([part, value]) => `${isPart(part) ? tpart(part) : part} ${formatSigned(value, 0)}`)
    .join(" · ");
}

/** Nurses named. */
const NAMED = 8;

function Places({ visit }: { readonly visit: Visit }) {
  const answer = useSignal<PlacesView | null>(null);
  const asked = useSignal(false);
  const day = model.value;
  const stands = day?.rowsOf.get(visit.id)?.[0];
  const ask = (): void => {
    asked.value = true;
    askPlaces(visit.id, stands?.shiftId ?? null).then((found) => {
      answer.value = found;
    }, sayFailure);
  };
  const choose = (place: PlaceView): void => {
    const move = {
      kind: "move",
      visitId: visit.id,
      shiftId: place.shiftId,
      position: place.position,
      // Of a crew the first one shown gives the visit up.
      ...((visit.crewSize ?? 1) > 1 && stands !== undefined ? { fromShiftId: stands.shiftId } : {}),
    } as const;
    run(
      edit([move], ta("reason-drag")).then((made) => {
        if (made === null) return;
        const what = ta("moved", { visit: visitName(visit), nurse: nurseName(place.nurseId) });
        say(
          `${what} ${made.valid ? ta("valid") : ta("invalid", { n: made.violations.length })}`,
          made.valid ? "good" : "bad",
        );
      }),
    );
  };
  if (!asked.value)
    return <Button onClick={ask}>{ta(stands === undefined ? "who-could" : "who-else")}</Button>;
  const found = answer.value;
  const present = found?.present ?? null;
  const ranked = found === null ? [] : bestByNurse(found.places).slice(0, NAMED);
  return (
    <div class="places">
      <h3>{ta(stands === undefined ? "who-could" : "who-else")}</h3>
      {found === null && <p class="muted">{ta("searching")}</p>}
      {found?.places.length === 0 && <p>{ta("who-none")}</p>}
      <ol>
        {ranked.map((place) => (
          <li key={place.shiftId}>
            <div>
              <b>{nurseName(place.nurseId)}</b> {formatTime(place.start, day?.timeZone ?? "UTC")}
              <small>
                {partsWords(place, present)}
                {place.disturbed.length > 0 && ` · ${ta("moves-others", { n: place.disturbed.length })}`}
              </small>
            </div>
            <span class="cost">
              {ta("points-short", { n: formatSigned(place.extraCost - (present?.extraCost ?? 0), 0) })}
            </span>
            {stands?.shiftId === place.shiftId ? (
              <span class="muted">{ta("fits-now")}</span>
            ) : (
              <Button
                small
                onClick={() => choose(place)}
                aria-label={`${ta("choose")} ${nurseName(place.nurseId)}`}
              >
                {ta("choose")}
              </Button>
            )}
          </li>
        ))}
      </ol>
      {found !== null && <Barred found={found} />}
    </div>
  );
}

function Chosen({ visit }: { readonly visit: Visit }) {
  const day = model.value;
  const rows = day?.rowsOf.get(visit.id) ?? [];
  const item = day?.tray.find((one) => one.visit.id === visit.id);
  const violations = (shown.value?.version.violations ?? []).filter(
    ({ visitId, otherVisitId }) => visitId === visit.id || otherVisitId === visit.id,
  );
  const editable = planId.value !== null;
  const standing = standingOf(visit.id);
  // Answers are about one version.
  const version = planId.value ?? "";
  return (
    <>
      <p class="title">
        <b>{clientName(visit.clientId)}</b> {typeName(visit.typeId)}, {visit.minutes} min
        {visit.pin !== undefined && <span class="tag">{ta("pinned")}</span>}
      </p>
      {violations.map((violation) => (
        <p key={violation.key} class="notice bad">
          {violationWords(violation, names)}
        </p>
      ))}
      {item !== undefined && item.reasons.length > 0 && (
        <p class="notice warn">{reasonWords(item.reasons)}</p>
      )}
      <Facts visit={visit} />
      {editable && (
        <>
          <div class="buttons">
            <Button onClick={() => beginByKeyboard(visit.id)}>{ta("move")}</Button>
            {rows.length > 0 && (
              <>
                <Button onClick={() => run(togglePin(visit.id))}>
                  {ta(visit.pin === undefined ? "pin" : "unpin")}
                </Button>
                <Button onClick={() => run(takeOff(visit.id, rows[0]?.shiftId ?? null))}>
                  {ta("to-tray")}
                </Button>
              </>
            )}
          </div>
          <Places key={`places ${version}`} visit={visit} />
          {standing !== null && <Why key={`why ${version}`} visit={visit} standing={standing} />}
        </>
      )}
    </>
  );
}

export function Inspector() {
  const id = selectedVisit.value;
  const visit = id === null ? undefined : model.value?.visits.get(id);
  return (
    <section class="inspector" aria-labelledby="inspector-title">
      <h2 id="inspector-title">{ta("details")}</h2>
      {visit === undefined ? (
        <p class="muted">{ta("details-none")}</p>
      ) : (
        <Chosen key={visit.id} visit={visit} />
      )}
    </section>
  );
}
