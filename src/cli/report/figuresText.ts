/** The key figures as lines of text. */
import type { Figures, Share } from "./figures.js";
import { left, type Paint, right } from "./page.js";
import type { Word, Words } from "./words.js";

const NAME = 28;
const VALUE = 10;

export function figuresText(figures: Figures, words: Words, paint: Paint): string[] {
  const row = (name: string, value: string, detail: string): string =>
    `  ${left(name, NAME)}${right(value, VALUE)}   ${detail}`.trimEnd();
  const counted = (word: Word, share: Share, more = ""): string =>
    row(words.say(word), words.percent(share.part, share.whole), `${countOf(share, words)}${more}`);
  const timed = (word: Word, share: Share): string =>
    row(
      words.say(word),
      words.percent(share.part, share.whole),
      `${words.duration(share.part)} ${words.say("of")} ${words.duration(share.whole)} ${words.say("paid")}`,
    );
  const languages = figures.languages.map(
    ({ language, share }) => `${language} ${share.part}/${share.whole}`,
  );
  return [
    paint("bold", words.say("figuresHead")),
    counted("served", figures.served),
    timed("directWork", figures.directWork),
    timed("travel", figures.travel),
    timed("idle", figures.idle),
    counted("onTime", figures.onTime),
    counted("familiar", figures.familiar),
    counted("language", figures.language, languages.length > 1 ? ` (${languages.join(", ")})` : ""),
    row(words.say("overtime"), words.duration(figures.overtimeSeconds), ""),
    row(words.say("unusedShifts"), String(figures.unusedShifts), ""),
    ...modeRows(figures, words, row),
  ];
}

function countOf(share: Share, words: Words): string {
  return `${words.number(share.part)} ${words.say("of")} ${words.number(share.whole)}`;
}

type Row = (name: string, value: string, detail: string) => string;

function modeRows(figures: Figures, words: Words, row: Row): string[] {
  return figures.modes.map(({ mode, rounds, seconds, metres }, index) =>
    row(
      index === 0 ? words.say("byMode") : "",
      metres === null ? "-" : words.kilometres(metres),
      `${words.mode(mode)}, ${rounds} ${words.say(rounds === 1 ? "round" : "roundsCount")}, ${words.duration(seconds)}`,
    ),
  );
}
