/** A study asked for over HTTP: ended when the asker goes away, told as it goes on where wanted. */
import type { FastifyReply, FastifyRequest } from "fastify";
import type { StudyRoutesDeps } from "./deps.js";
import {
  type Studies,
  type StudyDay,
  StudyFailed,
  type StudyKind,
  StudyStopped,
  type StudyWatch,
} from "../../../planning/study/index.js";
import { ApiError } from "../../apiError.js";
import { API_ERRORS, type ApiErrorCode } from "../../errorCatalogue.js";
import { EventStream } from "../../eventStream.js";

export interface AskedStudy<K extends StudyKind, Told> {
  readonly kind: K;
  readonly day: StudyDay;
  readonly ask: Studies[K]["ask"];
  /** Makes the answer of what was found. */
  readonly tell: (found: Studies[K]["answer"]) => Told | Promise<Told>;
  /** Whoever leaves: the study is killed, or (true) it ends with what it has, which is still told. */
  readonly keep?: boolean;
}

function isApiCode(code: string): code is ApiErrorCode {
  return Object.hasOwn(API_ERRORS, code);
}

/** What the thread could not do, as an answer; its own code where the catalogue has it. */
function refusal(error: unknown): unknown {
  if (!(error instanceof StudyFailed)) return error;
  const { code, message } = error.error;
  return isApiCode(code)
    ? new ApiError(code, message)
    : new ApiError("study-failed", "the plan could not be studied", { jobError: error.error });
}

/** Aborts when the connection closes before the answer is out. */
function whenLeft(reply: FastifyReply): AbortSignal {
  const left = new AbortController();
  reply.raw.on("close", () => {
    if (!reply.raw.writableEnded) left.abort();
  });
  return left.signal;
}

/**
 * The study's answer; or, to a reader who asks for `text/event-stream`, events `progress` and at
 * last `result` (or `problem`). Null: the reply is no longer ours.
 */
export async function runStudy<K extends StudyKind, Told>(
  { study }: StudyRoutesDeps,
  request: FastifyRequest,
  reply: FastifyReply,
  { kind, day, ask, tell, keep }: AskedStudy<K, Told>,
): Promise<Told | null> {
  const left = whenLeft(reply);
  const run = async (watch: StudyWatch): Promise<Told> =>
    tell(
      await study.runner.run(kind, day, ask, {
        ...watch,
        ...(keep === true ? { stop: left } : { kill: left }),
      }),
    );
  if (request.headers.accept?.includes("text/event-stream") === true) {
    reply.hijack();
    await stream(request, reply, study.heartbeat ?? 15_000, run);
    return null;
  }
  try {
    const told = await run({});
    if (!left.aborted) return told;
  } catch (error) {
    if (!(error instanceof StudyStopped)) throw refusal(error);
  }
  reply.hijack();
  return null;
}

async function stream(
  request: FastifyRequest,
  reply: FastifyReply,
  heartbeat: number,
  run: (watch: StudyWatch) => Promise<unknown>,
): Promise<void> {
  const headers = { "x-request-id": request.id, "x-content-type-options": "nosniff" };
  const events = new EventStream(reply.raw, headers, heartbeat);
  try {
    const told = await run({
      onProgress: (progress) => events.send("progress", progress, { droppable: true }),
    });
    events.send("result", told);
  } catch (error) {
    const known = refusal(error);
    if (known instanceof ApiError) {
      const { status, title, todo } = API_ERRORS[known.code];
      events.send("problem", { code: known.code, status, title, detail: known.detail, todo });
    } else if (!(error instanceof StudyStopped)) {
      request.log.error({ err: error }, "a study broke down");
    }
  } finally {
    events.end();
  }
}
