/** The door to travel times. */
export * from "./port.js";
export { encodeLine, type LineRecording, RecordedLines } from "./recordedLines.js";
export { type LineCache, type LinesConfig, RoadLines } from "./lines.js";
export * from "./cache.js";
export type { Coordinate } from "./earth.js";
export { MemoryTravelCache } from "./memoryCache.js";
export { createTravelTimes, type OsrmModeConfig, type TravelConfig } from "./provider.js";
export { OsrmOptionError, parseOsrmOption } from "./osrmOption.js";
export { DEFAULT_LIMITS, type Fetch, type OsrmLimits } from "./osrmServer.js";
export { DEFAULT_FACTORS, type EstimateFactors } from "./estimate.js";
export { sourceSentence } from "./sentence.js";
export { type OsrmRecording, Recorder, readRecording, replay, writeRecording } from "./recording.js";
export { cacheDemoRoads, demoRoads, demoStreets, readDemoDay } from "./demoRoads.js";
