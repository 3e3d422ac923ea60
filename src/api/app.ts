/** The API as a Fastify application; it listens to nothing by itself, so tests inject requests. */
import fastify, { type FastifyInstance, LogController } from "fastify";
import { serializerCompiler, validatorCompiler } from "fastify-type-provider-zod";
import { announcingJobs, ChangeHub } from "../planning/changes/index.js";
import { installAccess } from "./access/index.js";
import type { ApiDeps } from "./deps.js";
import { takeJson } from "./plugins/bodies.js";
import { answerBrokenRequest, answerFrameworkError } from "./plugins/connections.js";
import { handleErrors } from "./plugins/errors.js";
import { answerOnce } from "./plugins/idempotency.js";
import { describeApi, serveDescription } from "./plugins/openapi.js";
import { requestId, watchRequests } from "./plugins/requests.js";
import { serveWeb } from "./plugins/web.js";
import { type RouteTable, watchRoutes } from "./plugins/routeTable.js";
import { addRoutes } from "./routes/index.js";
import type { App } from "./types.js";
import { ApiError } from "./apiError.js";

declare module "fastify" {
  interface FastifyInstance {
    /** Every route that is registered. */
    routeTable: RouteTable;
  }
}

/** How long requests may still be answered once the server is ending. */
const CLOSE_MILLISECONDS = 2_000;

/** The application, ready for `inject` or `listen`. */
export async function buildApp(given: ApiDeps): Promise<FastifyInstance> {
  const epoch = given.now ?? Date.now;
  const now = (): Date => new Date(epoch());
  const changes = given.changes ?? new ChangeHub(now().getTime().toString(36), now);
  const deps = { ...given, changes, jobs: announcingJobs(given.jobs, changes) };
  const app = fastify({
    ...(deps.logger === undefined ? {} : { loggerInstance: deps.logger }),
    logController: new LogController({ disableRequestLogging: true, requestIdLogLabel: "requestId" }),
    genReqId: requestId,
    bodyLimit: 64 * 1024,
    requestTimeout: 120_000,
    routerOptions: { maxParamLength: 200 },
    forceCloseConnections: "idle",
    // Late requests get our own words instead of the framework's.
    return503OnClosing: false,
    clientErrorHandler: answerBrokenRequest,
    frameworkErrors: answerFrameworkError,
  });
  app.setValidatorCompiler(validatorCompiler);
  app.setSerializerCompiler(serializerCompiler);
  const routes = watchRoutes(app);
  handleErrors(app, routes);
  app.decorate("routeTable", routes);
  watchRequests(app, deps.signIn === undefined);

  let closing = false;
  app.addHook("preClose", async () => {
    closing = true;
    // Callers that hold a connection open and send nothing do not keep the server from ending.
    const timer = setTimeout(() => app.server.closeAllConnections(), CLOSE_MILLISECONDS);
    app.server.once("close", () => clearTimeout(timer));
    timer.unref();
  });
  app.addHook("onRequest", async (_request, reply) => {
    if (!closing) return;
    void reply.header("connection", "close");
    throw new ApiError("shutting-down", "the server is ending");
  });

  takeJson(app);
  await installAccess(app, deps.signIn ?? null, changes, now);
  answerOnce(app, deps.idempotency);
  await describeApi(app, deps.version ?? "0");
  await addRoutes(app as unknown as App, deps);
  serveDescription(app);
  if (deps.web !== undefined) await serveWeb(app, deps.web);
  await app.ready();
  return app;
}
