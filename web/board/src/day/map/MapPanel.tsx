/** The map beside or below the time line: choosing on one chooses on the other. Loaded when it is open. */
import { useSignal } from "@preact/signals";
import { useEffect, useRef } from "preact/hooks";
import { Button } from "../../../../shared/ui/Button.js";
import { formatTime } from "../../../../shared/i18n/index.js";
import { tm } from "../../words/map.js";
import { chosenRows, pickRound } from "../round.js";
import { model } from "../state.js";
import { basemap, findBasemap, followGeometry, geometry } from "./data.js";
import { type BoardMap, makeMap, tip } from "./libreMap.js";
import { RoundList } from "./RoundList.js";
import { listOpen, mapSize, toggleSize } from "./settings.js";

function RoundChoice() {
  const day = model.value;
  const [row] = chosenRows.value;
  return (
    <select
      class="select"
      aria-label={tm("round")}
      value={row?.shiftId ?? ""}
      onChange={({ currentTarget: { value } }) => pickRound(value === "" ? null : value)}
    >
      <option value="">{tm("all")}</option>
      {day?.rows
        .filter(({ blocks }) => blocks.length > 0)
        .map(({ shiftId, name, from }) => (
          <option key={shiftId} value={shiftId}>
            {name}, {formatTime(from, day.timeZone)}
          </option>
        ))}
    </select>
  );
}

function Tip() {
  const at = tip.value;
  if (at === null || at.text === "") return null;
  return (
    <div class="map-tip" style={{ transform: `translate(${at.x}px, ${at.y}px)` }} aria-hidden="true">
      <span>{at.text}</span>
    </div>
  );
}

function Source() {
  const lines = geometry.value?.view;
  const streets = basemap.value;
  const straight = lines?.rounds.some(({ legs }) => legs.some(({ kind }) => kind === "straight")) === true;
  const credits = new Set([streets?.attribution, lines?.attribution].filter((text) => text !== undefined));
  return (
    <p class="source">
      <span>
        {[streets === null ? tm("streets") : "", straight ? tm("straight") : ""].filter(Boolean).join(" · ")}
      </span>
      <span>{[...credits].join(" · ")}</span>
    </p>
  );
}

export default function MapPanel() {
  const box = useRef<HTMLDivElement>(null);
  const drawn = useRef<BoardMap | null>(null);
  const ready = useSignal(false);
  const problemId = model.value?.problem;
  useEffect(() => followGeometry(), []);
  useEffect(() => {
    // Another day may lie in another town.
    const day = model.peek();
    let gone = false;
    if (day === null) return undefined;
    void findBasemap(day).then(() => {
      if (gone || box.current === null) return;
      drawn.current?.remove();
      drawn.current = makeMap(box.current, basemap.peek());
      ready.value = true;
    });
    return () => {
      gone = true;
    };
  }, [model.value?.timeZone, problemId?.places.length, problemId?.places[0]?.id]);
  useEffect(() => () => drawn.current?.remove(), []);
  // The map takes its new size by itself a moment later.
  const size = mapSize.value;
  useEffect(() => {
    const timer = setTimeout(() => drawn.current?.fit(), 80);
    return () => clearTimeout(timer);
  }, [size]);
  return (
    <section class="map" aria-label={tm("map")}>
      <div class="canvas" ref={box} />
      {listOpen.value && <RoundList />}
      <div class="map-bar">
        <RoundChoice />
        <Button small aria-pressed={listOpen.value} onClick={() => (listOpen.value = !listOpen.value)}>
          {tm("list")}
        </Button>
        <Button
          small
          disabled={!ready.value}
          aria-label={tm("fit")}
          title={tm("fit")}
          onClick={() => drawn.current?.fit()}
        >
          <svg viewBox="0 0 16 16" width="14" height="14" aria-hidden="true">
            <path
              d="M2 6V2h4M10 2h4v4M14 10v4h-4M6 14H2v-4"
              fill="none"
              stroke="currentColor"
              stroke-width="2"
            />
          </svg>
        </Button>
        <Button
          small
          aria-pressed={mapSize.value === "wide"}
          aria-label={tm(mapSize.value === "wide" ? "smaller" : "larger")}
          title={tm(mapSize.value === "wide" ? "smaller" : "larger")}
          onClick={toggleSize}
        >
          {mapSize.value === "wide" ? "⤡" : "⤢"}
        </Button>
      </div>
      <Tip />
      <Source />
    </section>
  );
}
