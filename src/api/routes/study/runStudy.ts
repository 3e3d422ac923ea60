/** A study asked for over HTTP: ended when the asker goes away, told as it goes on where wanted. */
import type { FastifyReply, FastifyRequest } from "fastify";
import type { StudyRoutesDeps } from "./deps.js";
import {
  type Studies,
  type StudyDay,
  StudyFailed,
  type StudyKind,
  StudyStopped,
} from "../../../planning/study/index.js";
import { ApiError } from "../../apiError.js";
import { API_ERRORS, type ApiErrorCode } from "../../errorCatalogue.js";
import { EventStream } from "../../eventStream.js";

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
 * last `result` (or `problem`), after which null is returned and the reply is no longer ours.
 */
export async function runStudy<K extends StudyKind>(
  { study }: StudyRoutesDeps,
  request: FastifyRequest,
  reply: FastifyReply,
  [kind, day, ask]: readonly [K, StudyDay, Studies[K]["ask"]],
): Promise<Studies[K]["answer"] | null> {
  const kill = whenLeft(reply);
  if (request.headers.accept?.includes("text/event-stream") !== true) {
    try {
      return await study.runner.run(kind, day, ask, { kill });
    } catch (error) {
      if (error instanceof StudyStopped) {
        reply.hijack();
        return null;
      }
      throw refusal(error);
    }
  }
  reply.hijack();
  const stream = new EventStream(
    reply.raw,
    { "x-request-id": request.id, "x-content-type-options": "nosniff" },
    study.heartbeat ?? 15_000,
  );
  try {
    const answer = await study.runner.run(kind, day, ask, {
      kill,
      onProgress: (progress) => stream.send("progress", progress, { droppable: true }),
    });
    stream.send("result", answer);
  } catch (error) {
    const told = refusal(error);
    if (told instanceof ApiError) {
      const { status, title, todo } = API_ERRORS[told.code];
      stream.send("problem", { code: told.code, status, title, detail: told.detail, todo });
    } else if (!(error instanceof StudyStopped)) {
      request.log.error({ err: error }, "a study broke down");
    }
  } finally {
    stream.end();
  }
  return null;
}
