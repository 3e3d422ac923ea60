/** The published day as it runs: what is late or missed first, then nurses, then all other visits. */
import { today } from "../clock.js";
import { useEffect } from "preact/hooks";
import type { LiveView, LiveVisitView } from "../../../../src/contracts/index.js";
import { formatDate, formatSigned, formatTime, inLanguage } from "../../../shared/i18n/index.js";
import { clientName } from "../day/names.js";
import { Nav } from "../Nav.js";
import { address, go, linkTo } from "../router.js";
import { tl, tremark, tround, tstate } from "../words/live.js";
import { attentionOf, lookOfVisit, othersOf, ROUND_SYMBOLS, SYMBOLS } from "./order.js";
import { follow, live, state, streaming, unreachable, version } from "./state.js";
import { DateField } from "../data/inputs/DateInput.js";

const nurseName = (id: string): string =>
  version.value?.problem.nurses.find((nurse) => nurse.id === id)?.name ?? id;

const typeName = (id: string): string =>
  inLanguage(version.value?.problem.visitTypes.find((type) => type.id === id)?.name, id);

const minutes = (n: number | null): string =>
  n === null ? "–" : tl("minutes", { n: formatSigned(Math.round(n), 0) });

function Times({ span, timeZone }: { readonly span: LiveVisitView["planned"]; readonly timeZone: string }) {
  if (span === null) return <>–</>;
  return (
    <span class="times">
      {formatTime(span.from, timeZone)}–{formatTime(span.to, timeZone)}
    </span>
  );
}

function VisitTable({
  day,
  visits,
  title,
}: {
  readonly day: LiveView;
  readonly visits: readonly LiveVisitView[];
  readonly title: string;
}) {
  return (
    <table class="table live-table" aria-label={title}>
      <thead>
        <tr>
          {(["state", "client", "type", "nurse", "planned", "expected", "delay", "remarks"] as const).map(
            (key) => (
              <th key={key} scope="col" class={key === "delay" ? "n" : ""}>
                {tl(key)}
              </th>
            ),
          )}
        </tr>
      </thead>
      <tbody>
        {visits.map((visit) => {
          const look = lookOfVisit(visit);
          const remarks = [...visit.faults, ...visit.flags].map((one) => tremark(one));
          if (visit.notes > 0) remarks.push(tl("notes", { n: visit.notes }));
          return (
            <tr key={visit.visitId} data-visit={visit.visitId}>
              <td>
                <span class={`state ${look}`}>
                  <b aria-hidden="true">{SYMBOLS[look]}</b> {tstate(look)}
                </span>
              </td>
              <th scope="row">{clientName(visit.clientId)}</th>
              <td>{typeName(visit.typeId)}</td>
              <td>{visit.nurseIds.map(nurseName).join(", ")}</td>
              <td>
                <Times span={visit.planned} timeZone={day.timeZone} />
              </td>
              <td>
                <Times span={visit.expected} timeZone={day.timeZone} />
              </td>
              <td class="n">{minutes(visit.delayMinutes)}</td>
              <td>{remarks.join(", ")}</td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}

function Nurses({ day }: { readonly day: LiveView }) {
  const clients = new Map(day.visits.map(({ visitId, clientId }) => [visitId, clientId]));
  const place = (visitId: string | null): string =>
    visitId === null ? "–" : clientName(clients.get(visitId) ?? visitId);
  return (
    <table class="table live-table" aria-labelledby="live-nurses">
      <thead>
        <tr>
          {(["nurse", "state", "where", "progress", "delay", "back"] as const).map((key) => (
            <th key={key} scope="col" class={key === "delay" ? "n" : ""}>
              {tl(key)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {day.rounds
          .toSorted((a, b) => b.delayMinutes - a.delayMinutes)
          .map((round) => (
            <tr key={round.shiftId}>
              <th scope="row">{nurseName(round.nurseId)}</th>
              <td>
                <span class="state">
                  <b aria-hidden="true">{ROUND_SYMBOLS[round.state]}</b> {tround(round.state)}
                </span>
              </td>
              <td>{place(round.state === "at-visit" ? round.visitId : round.nextVisitId)}</td>
              <td>{tl("of-all", { done: round.done, all: round.done + round.left })}</td>
              <td class="n">{minutes(round.delayMinutes)}</td>
              <td>{formatTime(round.expectedReturn, day.timeZone)}</td>
            </tr>
          ))}
      </tbody>
    </table>
  );
}

function Running({ day }: { readonly day: LiveView }) {
  const attention = attentionOf(day);
  return (
    <>
      <section class="live-part" aria-labelledby="live-attention">
        <h2 id="live-attention">{tl("attention")}</h2>
        <p role="status" class={attention.length === 0 ? "notice good" : "notice bad"}>
          {attention.length === 0
            ? tl("attention-none")
            : tl("summary", { missed: day.missed.length, late: day.late.length })}
        </p>
        {attention.length > 0 && <VisitTable day={day} visits={attention} title={tl("attention")} />}
      </section>
      <section class="live-part">
        <h2 id="live-nurses">{tl("nurses")}</h2>
        <Nurses day={day} />
      </section>
      <section class="live-part">
        <h2>{tl("visits")}</h2>
        <VisitTable day={day} visits={othersOf(day)} title={tl("visits")} />
      </section>
    </>
  );
}

export function LivePage() {
  const [date = today()] = address.value.parts;
  useEffect(() => follow(date), [date]);
  const day = live.value;
  return (
    <>
      <Nav page="live" />
      <main class="page live-page">
        <div class="page-head">
          <h1>
            {tl("title")}: {formatDate(date)}
          </h1>
          <div class="buttons">
            <DateField label={tl("date")} value={date} onDate={(other) => go("live", other)} />
            <a class="button" href={linkTo("day", date)}>
              {tl("to-plan")}
            </a>
          </div>
        </div>
        {unreachable.value && (
          <p class="notice warn" role="alert">
            {tl("unreachable")}
          </p>
        )}
        {state.value === "loading" && !unreachable.value && <p role="status">{tl("loading")}</p>}
        {state.value === "unpublished" && <p class="notice">{tl("unpublished")}</p>}
        {day !== null && (
          <>
            <p class="muted">
              {tl("as-of", { time: formatTime(day.now, day.timeZone) })} ·{" "}
              {tl(streaming.value ? "streaming" : "polling")}
            </p>
            <Running day={day} />
          </>
        )}
      </main>
    </>
  );
}
