/** Planning runs: threads, queue, and the reading of documents beside them. */
export { ThreadDocumentReader, type DocumentReaderOptions } from "./documentReader.js";
export { type CrashTrace, crashTrace, JobFailure, JobInterrupted } from "./failure.js";
export { fillInThread, type FillOptions } from "./fillThread.js";
export type { Delivery, ProblemInput, StoppedBy } from "./protocol.js";
export { type JobLog, JobQueue, type JobQueueDeps } from "./queue.js";
export { threadSeed } from "./seeds.js";
export { solveParallel, type ParallelOptions, type ParallelResult } from "./solveParallel.js";
export { ThreadStudies, type ThreadStudiesOptions } from "./study.js";
export { threadDaySolver } from "./daySolver.js";
export { solveDaysFirst } from "./solveDaysFirst.js";
export { threadTravel } from "./threadTravel.js";
