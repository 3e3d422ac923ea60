/** Answers of a real OSRM kept in a file, so that tests and demos run without it. */
import { readFileSync, writeFileSync } from "node:fs";
import { gunzipSync, gzipSync } from "node:zlib";
import type { Fetch } from "./osrmServer.js";

/** What the table and nearest services answered, whole, by path and query of the request. */
export interface OsrmRecording {
  readonly format: "kotikierros/osrm-recording@1";
  /** YYYY-MM-DD. */
  readonly recorded: string;
  readonly attribution: string;
  readonly answers: Readonly<Record<string, unknown>>;
}

const pathOf = (url: string): string => new URL(url).pathname + new URL(url).search;

/** Passes requests on to a real server and keeps every good answer. */
export class Recorder {
  private readonly answers = new Map<string, unknown>();

  readonly fetch: Fetch = async (url, init) => {
    const response = await fetch(url, init);
    if (response.ok) this.answers.set(pathOf(url), await response.clone().json());
    return response;
  };

  /** In the order of the requests' texts, so that the file does not depend on which answer came first. */
  recording(recorded: string): OsrmRecording {
    const sorted = [...this.answers].toSorted(([a], [b]) => (a < b ? -1 : 1));
    return {
      format: "kotikierros/osrm-recording@1",
      recorded,
      attribution: "OpenStreetMap contributors, ODbL",
      answers: Object.fromEntries(sorted),
    };
  }
}

export function writeRecording(file: string, recording: OsrmRecording): void {
  writeFileSync(file, gzipSync(JSON.stringify(recording), { level: 9 }));
}

/** Throws where the file is none, or no recording. */
export function readRecording(file: string): OsrmRecording {
  const value: unknown = JSON.parse(gunzipSync(readFileSync(file)).toString("utf8"));
  const isRecording =
    typeof value === "object" &&
    value !== null &&
    "format" in value &&
    value.format === "kotikierros/osrm-recording@1";
  if (!isRecording) throw new Error(`${file} is no recording of OSRM answers`);
  return value as OsrmRecording;
}

/** Answers from the recording; a request that was not recorded is refused as OSRM refuses (400, `NotRecorded`). */
export function replay(recording: OsrmRecording): Fetch {
  return (url, init) => {
    init.signal.throwIfAborted();
    const path = pathOf(url);
    if (Object.hasOwn(recording.answers, path))
      return Promise.resolve(Response.json(recording.answers[path]));
    return Promise.resolve(Response.json({ code: "NotRecorded" }, { status: 400 }));
  };
}
