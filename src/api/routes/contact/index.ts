/** The event stream, messages, calendars. */
import type { App } from "../../types.js";
import { calendar } from "./calendar.js";
import type { ContactRoute, ContactRouteDeps } from "./deps.js";
import { getEvents } from "./getEvents.js";
import { messages } from "./messages.js";

const ROUTES: readonly ContactRoute[] = [getEvents, messages, calendar];

export function addContactRoutes(app: App, deps: ContactRouteDeps): void {
  for (const route of ROUTES) route(app, deps);
}
