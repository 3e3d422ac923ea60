/** A day's stops one under the other; each visit opens where it stands. */
import { useState } from "preact/hooks";
import { type BreakItem, type DayChanges, type Item, minutesLate, type VisitItem } from "../../core/index.js";
import { addressOf, clockOf, nameOf } from "../format.js";
import { now } from "../state/signals.js";
import { t } from "../words.js";
import { ChangeMarks } from "./Changes.js";
import { Icon } from "./Icon.js";
import { VisitButtons } from "./VisitButtons.js";
import { TypeMark, VisitDetails } from "./VisitDetails.js";

function stateText(item: VisitItem): string | null {
  const { state, begunAt, endedAt } = item;
  if (state === "begun") return t("stateBegun");
  if (state === "not-at-home") return t("stateNotAtHome");
  if (state === "cancelled-at-door") return t("stateCancelled");
  if (state !== "done" || endedAt === null) return null;
  return begunAt === null
    ? t("stateEnded", { to: clockOf(endedAt) })
    : t("stateDone", { from: clockOf(begunAt), to: clockOf(endedAt) });
}

interface RowProps {
  readonly item: VisitItem;
  readonly changes: DayChanges;
  readonly date: string;
  readonly planId: string | null;
  /** Whether check-in and the rest may be pressed here. */
  readonly canAct: boolean;
}

function VisitRow({ item, changes, date, planId, canAct }: RowProps) {
  const [open, setOpen] = useState(false);
  const { visit, state } = item;
  const text = stateText(item);
  const late = minutesLate(item, now.value);
  const address = addressOf(visit);
  return (
    <li class={`row ${state}`}>
      <button type="button" class="row-head" aria-expanded={open} onClick={() => setOpen(!open)}>
        <span class="row-time">
          {state === "planned" || state === "begun" ? (
            <time dateTime={visit.start}>{clockOf(visit.start)}</time>
          ) : (
            <>
              <Icon name={state === "done" ? "check" : "cross"} />
              <time dateTime={visit.start} class="visually-hidden">
                {clockOf(visit.start)}
              </time>
            </>
          )}
        </span>
        <span class="row-text">
          <span class="row-name">{nameOf(visit)}</span>
          {address !== null && <span class="row-address">{address}</span>}
          <span class="row-facts">
            <TypeMark visit={visit} />
            <span>{t("minutes", { minutes: visit.minutes })}</span>
            {visit.crewSize > 1 && (
              <span>
                <Icon name="two" />
                {visit.crew.map(({ name, nurseId }) => name ?? nurseId).join(", ")}
              </span>
            )}
          </span>
          {text !== null && <span class="row-state">{text}</span>}
          {late > 0 && state === "planned" && (
            <span class="late">
              <Icon name="warn" />
              {t("late", { minutes: late })}
            </span>
          )}
          <ChangeMarks change={changes.visits.get(visit.visitId)} />
        </span>
        <span class={`row-arrow ${open ? "open" : ""}`}>
          <Icon name="down" />
        </span>
      </button>
      {open && (
        <div class="row-body">
          <VisitDetails item={item} date={date} planId={planId} />
          {canAct && <VisitButtons item={item} date={date} planId={planId} />}
        </div>
      )}
    </li>
  );
}

function BreakRow({ item: { stop } }: { readonly item: BreakItem }) {
  return (
    <li class="row break">
      <p class="row-head">
        <span class="row-time">
          <time dateTime={stop.start}>{clockOf(stop.start)}</time>
        </span>
        <span class="row-text">
          <span class="row-name">
            <Icon name="cup" />
            {t("break")} {clockOf(stop.start)}–{clockOf(stop.end)}
          </span>
        </span>
      </p>
    </li>
  );
}

export interface DayListProps extends Omit<RowProps, "item"> {
  readonly items: readonly Item[];
}

export function DayList({ items, ...rest }: DayListProps) {
  if (items.length === 0) return null;
  return (
    <ol class="rows">
      {items.map((item) =>
        item.kind === "visit" ? (
          <VisitRow key={item.visit.visitId} item={item} {...rest} />
        ) : (
          <BreakRow key={`${item.shiftId} ${item.stop.breakId}`} item={item} />
        ),
      )}
    </ol>
  );
}
