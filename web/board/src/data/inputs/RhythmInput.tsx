/** How often, in words: a pattern, its days, its interval, and the sentence that they make. */
import { useSignal } from "@preact/signals";
import type { Rhythm, Weekday } from "../../../../../src/contracts/standing/index.js";
import { DAYS, PATTERNS, rhythmOf, type Wish, wishOf } from "../rhythm/read.js";
import { everyWords, rhythmWords, trhythm, weekdayName } from "../rhythm/words.js";
import type { InputProps } from "./props.js";
import { DateField } from "./DateInput.js";

const UNITS = {
  daily: "day",
  weekdays: "week",
  "any-days": "week",
  "month-day": "month",
  "month-weekday": "month",
} as const;
const INTERVALS = [1, 2, 3, 4, 6, 8, 12];
const NTHS = [1, 2, 3, 4, -1] as const;
const HOLIDAYS = ["as-usual", "skip", "only"] as const;

interface PartProps {
  readonly wish: Wish;
  readonly set: (part: Partial<Wish>) => void;
}

function Count({
  label,
  value,
  most,
  onCount,
}: {
  readonly label: string;
  readonly value: number;
  readonly most: number;
  readonly onCount: (n: number) => void;
}) {
  return (
    <label class="field">
      <span>{label}</span>
      <input
        class="input short"
        type="number"
        min={1}
        max={most}
        value={value}
        onInput={({ currentTarget }) => {
          const n = currentTarget.valueAsNumber;
          if (Number.isInteger(n) && n >= 1 && n <= most) onCount(n);
        }}
      />
    </label>
  );
}

function WeekdayChoice({ wish, set, label }: PartProps & { readonly label: string }) {
  const one = wish.pattern === "month-weekday";
  const toggle = (day: Weekday): void => {
    if (one) return set({ days: [day] });
    const on = wish.days.includes(day);
    set({ days: DAYS.filter((other) => (other === day ? !on : wish.days.includes(other))) });
  };
  return (
    <fieldset class="weekdays">
      <legend>{label}</legend>
      {DAYS.map((day) => (
        <label key={day} class="weekday" title={weekdayName(day)}>
          <input
            type="checkbox"
            checked={wish.days.includes(day)}
            aria-label={weekdayName(day)}
            onChange={() => toggle(day)}
          />
          <span aria-hidden="true">{weekdayName(day, "short")}</span>
        </label>
      ))}
    </fieldset>
  );
}

/** What the chosen pattern asks for besides. */
function Parts({ wish, set }: PartProps) {
  const { pattern } = wish;
  if (pattern === "rule")
    return (
      <label class="field">
        <span>{trhythm("rule-help")}</span>
        <input
          class="input"
          value={wish.rule}
          spellcheck={false}
          onInput={({ currentTarget }) => set({ rule: currentTarget.value })}
        />
      </label>
    );
  const unit = UNITS[pattern];
  const intervals = [...new Set([...INTERVALS, wish.every])].toSorted((a, b) => a - b);
  return (
    <>
      <label class="field">
        <span>{trhythm("every")}</span>
        <select
          class="select"
          value={String(wish.every)}
          onChange={({ currentTarget }) => set({ every: Number(currentTarget.value) })}
        >
          {intervals.map((n) => (
            <option key={n} value={n}>
              {everyWords(unit, n)}
            </option>
          ))}
        </select>
      </label>
      {pattern === "any-days" && (
        <Count
          label={trhythm("days-a-week")}
          value={wish.daysAWeek}
          most={7}
          onCount={(daysAWeek) => set({ daysAWeek })}
        />
      )}
      {pattern === "month-day" && (
        <Count
          label={trhythm("month-day-n")}
          value={wish.monthDay}
          most={31}
          onCount={(monthDay) => set({ monthDay })}
        />
      )}
      {pattern === "month-weekday" && (
        <label class="field">
          <span>{trhythm("nth")}</span>
          <select
            class="select"
            value={String(wish.nth)}
            onChange={({ currentTarget }) => set({ nth: Number(currentTarget.value) })}
          >
            {NTHS.map((n) => (
              <option key={n} value={n}>
                {trhythm(`nth-${n}`)}
              </option>
            ))}
          </select>
        </label>
      )}
      {pattern !== "daily" && pattern !== "month-day" && (
        <WeekdayChoice wish={wish} set={set} label={trhythm(pattern === "any-days" ? "among" : "days")} />
      )}
    </>
  );
}

export function RhythmInput({ id, value, onChange, invalid, describedBy }: InputProps) {
  const rhythm = value as Partial<Rhythm> | undefined;
  const wish = useSignal(wishOf(rhythm));
  const set = (part: Partial<Wish>): void => {
    wish.value = { ...wish.value, ...part };
    onChange(rhythmOf(wish.value));
  };
  const now = wish.value;
  return (
    <div class="rhythm">
      <div class="rhythm-parts">
        <select
          id={id}
          class="select"
          value={now.pattern}
          aria-invalid={invalid}
          aria-describedby={describedBy}
          onChange={({ currentTarget }) => {
            const pattern = PATTERNS.find((one) => one === currentTarget.value);
            if (pattern !== undefined)
              set({ pattern, days: pattern === "month-weekday" ? now.days.slice(0, 1) : now.days });
          }}
        >
          {PATTERNS.map((one) => (
            <option key={one} value={one}>
              {trhythm(one)}
            </option>
          ))}
        </select>
      </div>
      <div class="rhythm-parts">
        <Parts wish={now} set={set} />
      </div>
      <div class="rhythm-parts">
        <Count
          label={trhythm("times-a-day")}
          value={now.timesADay}
          most={48}
          onCount={(timesADay) => set({ timesADay })}
        />
        <label class="field">
          <span>{trhythm("holidays")}</span>
          <select
            class="select"
            value={now.holidays}
            onChange={({ currentTarget }) => {
              const holidays = HOLIDAYS.find((one) => one === currentTarget.value);
              if (holidays !== undefined) set({ holidays });
            }}
          >
            {HOLIDAYS.map((one) => (
              <option key={one} value={one}>
                {trhythm(one)}
              </option>
            ))}
          </select>
        </label>
        {now.every > 1 && (
          <div title={trhythm("anchor-help")}>
            <DateField label={trhythm("anchor")} value={now.anchor} onDate={(anchor) => set({ anchor })} />
          </div>
        )}
      </div>
      <p class="said" aria-live="polite">
        {rhythmWords(rhythmOf(now))}
      </p>
    </div>
  );
}
