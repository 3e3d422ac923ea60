/** The day on paper, one round after the other: what to hold on to when systems are down. */
import { useEffect } from "preact/hooks";
import type { Visit } from "../../../../src/contracts/index.js";
import { formatDate, formatDuration, formatTime } from "../../../shared/i18n/index.js";
import { skillName } from "../../../shared/plainNames.js";
import { Button } from "../../../shared/ui/Button.js";
import { type Row } from "../day/model.js";
import { providerName, typeName, visitName } from "../day/names.js";
import { date, loading, model, open, planId, sayFailure, shown } from "../day/state.js";
import { versionWords } from "../day/versionWords.js";
import { address, linkTo } from "../router.js";
import { ta } from "../words/day.js";
import { reasonWords } from "../words/reasons.js";

/** Skills that the type and the visit itself ask for. */
function needsOf(typeId: string, own: readonly string[]): string {
  const type = model.value?.typeOf.get(typeId);
  return [...new Set([...(type?.requires ?? []), ...own])].map(skillName).join(", ");
}

/** The street, where the day's places are named. */
function streetOf({ clientId, remote }: Visit): string {
  if (remote === true) return ta("remote");
  const placeId = model.value?.clients.get(clientId)?.placeId;
  return model.value?.problem.places.find(({ id }) => id === placeId)?.name ?? "";
}

/** The others of a crew. */
function withWhom({ id }: Visit, row: Row): string {
  const others = (model.value?.rowsOf.get(id) ?? []).filter(({ shiftId }) => shiftId !== row.shiftId);
  return others.map(({ name }) => `+ ${name}`).join(", ");
}

function Round({ row, zone }: { readonly row: Row; readonly zone: string }) {
  const at = (instant: number): string => formatTime(instant, zone);
  const stops = [...row.blocks, ...row.breaks].toSorted((a, b) => a.start - b.start);
  return (
    <section class="round">
      <h2>
        {row.name} <small>{`${at(row.from)}–${at(row.to)}`}</small>
      </h2>
      <table class="table">
        <thead>
          <tr>
            <th>{ta("time")}</th>
            <th>{ta("client")}</th>
            <th>{ta("details")}</th>
            <th>{ta("needs")}</th>
            <th class="n">{ta("travel")}</th>
          </tr>
        </thead>
        <tbody>
          {stops.map((stop) =>
            stop.kind === "break" ? (
              <tr key={stop.breakId}>
                <td>{`${at(stop.start)}–${at(stop.end)}`}</td>
                <td colSpan={4}>{ta("break")}</td>
              </tr>
            ) : (
              <tr key={stop.visitId}>
                <td>{`${at(stop.start)}–${at(stop.end)}`}</td>
                <td>
                  <b>{visitName(stop.visit)}</b>
                  <small>{streetOf(stop.visit)}</small>
                </td>
                <td>
                  {typeName(stop.visit.typeId)}
                  <small>{withWhom(stop.visit, row)}</small>
                </td>
                <td>{needsOf(stop.visit.typeId, stop.visit.requires ?? [])}</td>
                <td class="n">{formatDuration(stop.travel)}</td>
              </tr>
            ),
          )}
        </tbody>
      </table>
    </section>
  );
}

interface OutsideProps {
  readonly title: string;
  /** With who makes each, or why nobody does. */
  readonly list: readonly { readonly visit: Visit; readonly note: string }[];
  readonly zone: string;
}

/** Visits on no round, with the times at which they may start. */
function Outside({ title, list, zone }: OutsideProps) {
  if (list.length === 0) return null;
  return (
    <section class="round">
      <h2>{title}</h2>
      <table class="table">
        <thead>
          <tr>
            <th>{ta("window")}</th>
            <th>{ta("client")}</th>
            <th>{ta("details")}</th>
            <th>{ta("needs")}</th>
          </tr>
        </thead>
        <tbody>
          {list.map(({ visit, note }) => (
            <tr key={visit.id}>
              <td>
                {visit.windows
                  .map(({ from, to }) => `${formatTime(from, zone)}–${formatTime(to, zone)}`)
                  .join(", ")}
              </td>
              <td>
                <b>{visitName(visit)}</b>
                <small>{streetOf(visit)}</small>
              </td>
              <td>
                {typeName(visit.typeId)}, {visit.minutes} min
                <small>{note}</small>
              </td>
              <td>{needsOf(visit.typeId, visit.requires ?? [])}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

export function PrintPage() {
  const [day = "", id] = address.value.parts;
  useEffect(() => {
    const isOpen = planId.value !== null && date.value === day && (id === undefined || id === planId.value);
    if (!isOpen) open(day, id).catch(sayFailure);
  }, [day, id]);
  const version = shown.value?.version;
  const today = model.value;
  return (
    <main class="print">
      <div class="no-print buttons">
        <a class="button" href={linkTo("day", day, id ?? "")}>
          ←
        </a>
        <Button kind="primary" onClick={() => window.print()}>
          {ta("print")}
        </Button>
      </div>
      <h1>{formatDate(date.value || day)}</h1>
      {version !== undefined && <p class="muted">{versionWords(version)}</p>}
      {loading.value && today === null && <p role="status">{ta("loading")}</p>}
      {today?.rows
        .filter(({ blocks }) => blocks.length > 0)
        .map((row) => (
          <Round key={row.shiftId} row={row} zone={today.timeZone} />
        ))}
      {today !== null && (
        <>
          <Outside
            title={ta("bought")}
            list={today.bought.map(({ visit, providerId }) => ({ visit, note: providerName(providerId) }))}
            zone={today.timeZone}
          />
          <Outside
            title={ta("tray")}
            list={today.tray.map(({ visit, reasons }) => ({ visit, note: reasonWords(reasons) }))}
            zone={today.timeZone}
          />
        </>
      )}
    </main>
  );
}
