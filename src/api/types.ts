import type {
  FastifyBaseLogger,
  FastifyInstance,
  RawReplyDefaultExpression,
  RawRequestDefaultExpression,
  RawServerDefault,
} from "fastify";
import type { ZodTypeProvider } from "fastify-type-provider-zod";
import type { VersionReader } from "../planning/life/index.js";
import type { ApiDeps } from "./deps.js";

/** The application with bodies and answers typed by zod. */
export type App = FastifyInstance<
  RawServerDefault,
  RawRequestDefaultExpression,
  RawReplyDefaultExpression,
  FastifyBaseLogger,
  ZodTypeProvider
>;

/** One route: a file of its own. */
export type Route = (app: App, deps: ApiDeps) => void;

/** A route of the life of a day's plan: all of them share one reader, which keeps days in memory. */
export type LifeRoute = (app: App, deps: ApiDeps, reader: VersionReader) => void;
