/** Who hears of a change. */
import type { Identity } from "../access/index.js";
import { withinAreas } from "../access/index.js";
import type { Change, ChangeKind } from "./hub.js";

/** What a nurse hears of: never drafts, jobs or the office's data. */
const FOR_NURSES: ReadonlySet<ChangeKind> = new Set(["publication", "live", "message"]);
/** What a service guide hears of. */
const FOR_GUIDES: ReadonlySet<ChangeKind> = new Set(["standing-data"]);
/** Standing data that service guides do not read, as their routes and imports name them. */
const NOT_FOR_GUIDES: ReadonlySet<string> = new Set([
  "nurses",
  "shifts",
  "absences",
  "access-notes",
  "substitute-shifts",
]);

function isForGuide({ kind, about }: Change): boolean {
  if (!FOR_GUIDES.has(kind)) return false;
  const route = typeof about["route"] === "string" ? about["route"] : "";
  const [, first = ""] = /^[A-Z]+ \/([^/]+)/.exec(route) ?? [];
  const what = first === "imports" ? about["kind"] : first;
  return typeof what === "string" && !NOT_FOR_GUIDES.has(what);
}

function isForNurse(identity: Identity, change: Change): boolean {
  if (!FOR_NURSES.has(change.kind)) return false;
  // A publication may concern anybody; all else reaches those whom it names.
  if (change.nurseIds === undefined) return change.kind === "publication";
  return identity.nurseId !== undefined && change.nurseIds.includes(identity.nurseId);
}

/** Whether somebody may hear of a change. */
export function mayHear(identity: Identity, change: Change): boolean {
  const { areaIds } = change;
  if (areaIds !== undefined && !areaIds.some((areaId) => withinAreas(identity, areaId))) return false;
  switch (identity.role) {
    case "administrator":
    case "coordinator":
      return true;
    case "service-guide":
      return isForGuide(change);
    case "nurse":
      return isForNurse(identity, change);
    default:
      return false;
  }
}

/** As told to somebody: a nurse learns only that something changed, and for which dates. */
export function toldOf(identity: Identity, change: Change): Change {
  if (identity.role !== "nurse") return change;
  const { dates, messageId, visitIds } = change.about;
  const about = Object.fromEntries(
    Object.entries({ dates, messageId, visitIds }).filter(([, value]) => value !== undefined),
  ) as Change["about"];
  return {
    id: change.id,
    at: change.at,
    kind: change.kind,
    userId: change.userId === identity.userId ? change.userId : null,
    about,
  };
}
