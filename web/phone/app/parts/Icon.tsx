/** Line drawings beside words; never alone, so screen readers skip them. */
const PATHS = {
  list: "M4 6h2m3 0h11M4 12h2m3 0h11M4 18h2m3 0h11",
  calendar: "M5 5h14a1 1 0 0 1 1 1v13a1 1 0 0 1-1 1H5a1 1 0 0 1-1-1V6a1 1 0 0 1 1-1zM4 10h16M8 3v4m8-4v4",
  message: "M4 5h16v11H10l-5 4v-4H4z",
  dots: "M5.5 12h.01M12 12h.01M18.5 12h.01",
  more: "M4 7h16M4 12h16M4 17h16",
  check: "M5 12.5l4.5 4.5L19 7.5",
  play: "M8 5.5v13l10.5-6.5z",
  stop: "M7 7h10v10H7z",
  key: "M14.5 9.5a4 4 0 1 0-3.7 4l1.7 1.7h2v2h2v2h3v-3l-4.6-4.6a4 4 0 0 0-.4-2.1zM9.5 8.5h.01",
  walk: "M13 4.5h.01M9 20l2.5-6-2-2.5.5-4.5 3.5 1 1.5 2.5 2.5 1M11.5 14l3 2.5 1 3.5M8 12l.8-4",
  way: "M12 21s-6.5-6-6.5-11a6.5 6.5 0 0 1 13 0c0 5-6.5 11-6.5 11zM12 12.5a2.5 2.5 0 1 0 0-5 2.5 2.5 0 0 0 0 5z",
  cup: "M5 8h11v6a4 4 0 0 1-4 4H9a4 4 0 0 1-4-4zM16 9.5h1.5a2 2 0 0 1 0 4.5H16M8 3v2m4-2v2",
  video: "M4 7h11v10H4zM15 11l5-3v8l-5-3z",
  two: "M8.5 11a3 3 0 1 0 0-6 3 3 0 0 0 0 6zM3 19c0-3 2.4-5 5.5-5s5.5 2 5.5 5M15.5 10.5a2.5 2.5 0 1 0 0-5M17 14c2.4.5 4 2.3 4 5",
  speech: "M4 5h16v10H9l-5 4z",
  clock: "M12 21a9 9 0 1 0 0-18 9 9 0 0 0 0 18zM12 7v5l3.5 2",
  home: "M4 11.5L12 5l8 6.5M6.5 10v9h11v-9M9 13l6 4m0-4l-6 4",
  cross: "M6 6l12 12M18 6L6 18",
  pen: "M5 19l1-4L16 5l3 3L9 18z",
  warn: "M12 4l9 16H3zM12 10v5m0 2.5v.01",
  cloud: "M7 18a4 4 0 0 1-.5-8A5.5 5.5 0 0 1 17 9a4.5 4.5 0 0 1 0 9M9 21l6-6m0 6l-6-6",
  down: "M6 9.5l6 6 6-6",
  undo: "M9 7L4.5 11.5 9 16M5 11.5h9a5 5 0 0 1 0 10h-2",
} as const;

export type IconName = keyof typeof PATHS;

export function Icon({ name }: { readonly name: IconName }) {
  return (
    <svg class="icon" viewBox="0 0 24 24" aria-hidden="true" focusable="false">
      <path d={PATHS[name]} />
    </svg>
  );
}
