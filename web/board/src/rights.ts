/** Pages by what the role may do: a page shows in the bar where its first route is allowed. */
import type { Role } from "../../../src/contracts/index.js";
import { speak, text } from "../../shared/i18n/index.js";
import { mayDo, session } from "./session.js";

export const PAGES = ["days", "live", "quality", "figures", "policies", "data", "admin"] as const;
export type NavPage = (typeof PAGES)[number];

/** Any of these routes opens the page. */
const OPENED_BY: Readonly<Record<NavPage, readonly string[]>> = {
  days: ["GET /days/:date/versions"],
  live: ["GET /days/:date/live"],
  quality: ["GET /continuity"],
  figures: ["GET /figures"],
  policies: ["GET /policies"],
  data: ["GET /clients", "GET /visit-types"],
  admin: ["GET /users", "GET /audit"],
};

/** Accounts exist only where people sign in. */
function hasAccounts(): boolean {
  const { value } = session;
  return value.state === "in" && value.identity?.signIn === true;
}

export const mayOpen = (page: NavPage): boolean =>
  (page !== "admin" || hasAccounts()) && OPENED_BY[page].some(mayDo);

export const openPages = (): readonly NavPage[] => PAGES.filter(mayOpen);

/** Which page of the bar a first part of the address belongs to. */
export const PAGE_OF: Readonly<Record<string, NavPage>> = {
  "": "days",
  day: "days",
  print: "days",
  live: "live",
  quality: "quality",
  figures: "figures",
  policies: "policies",
  data: "data",
  admin: "admin",
};

export const ROLE_WORDS = {
  coordinator: text("coordinator", "koordinaattori", "koordinator"),
  "service-guide": text("service guide", "palveluohjaaja", "servicehandledare"),
  nurse: text("nurse", "hoitaja", "vårdare"),
  purchaser: text("purchaser", "tilaaja", "beställare"),
  operations: text("operations", "ylläpito", "drift"),
  auditor: text("auditor", "tarkastaja", "granskare"),
  administrator: text("administrator", "pääkäyttäjä", "administratör"),
} as const satisfies Record<Role, ReturnType<typeof text>>;
export const ROLES = Object.keys(ROLE_WORDS) as readonly Role[];
export const trole = speak(ROLE_WORDS);
