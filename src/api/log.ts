/**
 * The server's log. It carries ids, codes and times: never bodies, queries, names or the texts of
 * errors, which may quote any of them.
 */
import { type DestinationStream, type Logger, pino } from "pino";

/** An error without its text: its kind, its code, and where it happened. */
export function errorFacts(error: unknown): Record<string, unknown> {
  if (!(error instanceof Error)) return { type: typeof error };
  const { code } = error as { code?: unknown };
  return {
    type: error.name,
    ...(typeof code === "string" ? { code } : {}),
    stack: (error.stack ?? "").split("\n").filter((line) => /^\s+at /.test(line)),
    ...(error.cause === undefined ? {} : { cause: errorFacts(error.cause) }),
  };
}

export function createLogger(destination?: DestinationStream, level = "info"): Logger {
  const options = {
    level,
    base: null,
    serializers: {
      err: errorFacts,
      error: errorFacts,
      // Fastify hands whole requests and replies to the log at some places.
      req: (request: { method?: string; id?: string }) => ({ method: request.method, id: request.id }),
      res: (reply: { statusCode?: number }) => ({ statusCode: reply.statusCode }),
    },
  };
  return destination === undefined ? pino(options) : pino(options, destination);
}
