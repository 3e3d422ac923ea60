/** Need against supply by half hour before anything is solved; shortages in words. */
import { useSignal } from "@preact/signals";
import { useEffect } from "preact/hooks";
import type { CapacityView } from "../../../../../src/contracts/index.js";
import { formatNumber, formatTime } from "../../../../shared/i18n/index.js";
import { skillName } from "../../../../shared/plainNames.js";
import { request } from "../../../../shared/request.js";
import { tc } from "../../words/capacity.js";
import { names } from "../names.js";
import { sayFailure } from "../state.js";

type Group = CapacityView["groups"][number];

const [WIDTH, HEIGHT, PAD, FOOT] = [520, 110, 6, 16];

function whose(skills: readonly string[]): string {
  if (skills.length === 0) return tc("everybody");
  const list = skills.map((skill) =>
    skill
      .split("|")
      .map(skillName)
      .join(` ${tc("or")} `),
  );
  return tc("skilled", { skills: list.join(", ") });
}

const time = (instant: string): string => formatTime(instant, names.timeZone);

/** Bars are need, the stepped line is supply; bars above the line are hatched by an edge, not by colour alone. */
function Plot({ group: { slots, peak } }: { readonly group: Group }) {
  const [first, last] = [slots[0], slots.at(-1)];
  if (first === undefined || last === undefined) return <p class="muted">{tc("none")}</p>;
  const top = Math.max(1, ...slots.flatMap((slot) => [slot.expectedMinutes, slot.supplyMinutes]));
  const step = (WIDTH - 2 * PAD) / slots.length;
  const ground = HEIGHT - FOOT;
  const y = (minutes: number): number => ground - ((ground - PAD) * minutes) / top;
  const line = slots
    .map((slot, i) => `${i === 0 ? "M" : "L"}${PAD + i * step},${y(slot.supplyMinutes)}h${step}`)
    .join("");
  const most = peak ?? first;
  return (
    <svg
      class="curve capacity"
      viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
      role="img"
      aria-label={tc("plot", {
        from: time(first.from),
        to: time(last.from),
        peak: time(most.from),
        need: most.expectedMinutes,
        supply: most.supplyMinutes,
      })}
    >
      {slots.map((slot, i) => (
        <rect
          key={slot.from}
          x={PAD + i * step + 1}
          width={Math.max(1, step - 2)}
          y={y(slot.expectedMinutes)}
          height={ground - y(slot.expectedMinutes)}
          class={slot.expectedMinutes > slot.supplyMinutes ? "need over" : "need"}
        />
      ))}
      <path d={line} class="line" />
      <path d={`M${PAD},${ground}H${WIDTH - PAD}`} class="base" />
      {slots.map((slot, i) =>
        i % 4 === 0 && i + 2 < slots.length ? (
          <text key={slot.from} x={PAD + i * step} y={HEIGHT - 4}>
            {time(slot.from)}
          </text>
        ) : null,
      )}
    </svg>
  );
}

function Numbers({ group }: { readonly group: Group }) {
  return (
    <details>
      <summary>{tc("numbers")}</summary>
      <table class="table">
        <thead>
          <tr>
            {(["time", "need", "supply"] as const).map((key) => (
              <th key={key} scope="col" class={key === "time" ? "" : "n"}>
                {tc(key)}
                {key === "time" ? "" : `, ${tc("minutes")}`}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {group.slots.map((slot) => (
            <tr key={slot.from}>
              <th scope="row">{time(slot.from)}</th>
              <td class="n">{formatNumber(slot.expectedMinutes, 0)}</td>
              <td class="n">{formatNumber(slot.supplyMinutes, 0)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </details>
  );
}

function Shortages({ view }: { readonly view: CapacityView }) {
  if (view.shortages.length === 0) return <p>{tc("shortage-none")}</p>;
  return (
    <ul class="notice bad sentences">
      {view.shortages.map((one) => (
        <li key={`${one.skills.join()} ${one.from}`}>
          {tc("shortage", {
            who: whose(one.skills),
            from: time(one.from),
            to: time(one.to),
            n: one.visitIds.length,
            need: one.needMinutes,
            supply: one.supplyMinutes,
          })}
        </li>
      ))}
    </ul>
  );
}

export function Capacity({ problemId }: { readonly problemId: string }) {
  const view = useSignal<CapacityView | null>(null);
  const chosen = useSignal(0);
  useEffect(() => {
    request<CapacityView>(`/problems/${problemId}/capacity`).then((found) => {
      view.value = found;
    }, sayFailure);
  }, [problemId]);
  const found = view.value;
  if (found === null) return <p class="muted">{tc("loading")}</p>;
  const group = found.groups[chosen.value];
  if (group === undefined) return <p class="muted">{tc("none")}</p>;
  const tight = group.slots.filter((slot) => slot.expectedMinutes > slot.supplyMinutes).length;
  return (
    <section class="capacity-part" aria-labelledby="capacity-title">
      <div class="page-head">
        <h3 id="capacity-title">{tc("title")}</h3>
        {found.groups.length > 1 && (
          <select
            class="select"
            aria-label={tc("group")}
            value={String(chosen.value)}
            onChange={({ currentTarget }) => (chosen.value = Number(currentTarget.value))}
          >
            {found.groups.map((one, i) => (
              <option key={one.skills.join()} value={String(i)}>
                {whose(one.skills)}
              </option>
            ))}
          </select>
        )}
      </div>
      <Shortages view={found} />
      <Plot group={group} />
      <ul class="legend" aria-hidden="true">
        <li>
          <span class="chip need" /> {tc("need")}
        </li>
        <li>
          <span class="chip supply" /> {tc("supply")}
        </li>
      </ul>
      {tight > 0 && <p>{tc("tight", { n: tight })}</p>}
      <Numbers group={group} />
    </section>
  );
}
