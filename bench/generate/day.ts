/** A whole home-care day from a seed, as a contract problem. */
import type { Problem } from "../../src/contracts/index.js";
import { abilityOf } from "./able.js";
import { dayClock } from "./clock.js";
import { drawDemand, drawSpot, VISIT_TYPES } from "./demand.js";
import { Draw, seedFor } from "./draw.js";
import { FEATURES } from "./features/index.js";
import type { Draft } from "./features/feature.js";
import { coordinates, LANDS } from "./layout.js";
import { generateOptions, type GenerateOptions, type ModeId } from "./options.js";
import { buildRoads } from "./roads.js";
import { drawAcquaintance, drawStaff } from "./staff.js";
import { TravelTable } from "./travelTable.js";

/** Only travel and unserved visits cost anything: what general routing programs can express. */
const PLAIN_WEIGHTS = {
  travel: 1,
  early: 0,
  late: 0,
  worstLate: 0,
  overtime: 0,
  unfamiliar: 0,
  outsideArea: 0,
  language: 0,
} as const;

/**
 * Same options, same day. Each part draws from a seed of its own, so that a feature added or
 * left out changes nothing else of the day.
 *
 * @throws RangeError when the options are out of range or contradict one another.
 */
export function generateDay(
  given: Partial<GenerateOptions> & Pick<GenerateOptions, "visits" | "seed">,
): Problem {
  const options = generateOptions(given);
  const part = (name: string) => new Draw(seedFor(options.seed, name));
  const land = LANDS[options.layout];
  const clock = dayClock(options.date, options.timeZone);
  const network = buildRoads(land, seedFor(options.seed, "roads"));
  const demand = drawDemand(options.visits, land, network, clock, part("demand"));
  // A small team still has every skill and someone in the evening.
  const smallest = Math.max(2, Math.min(6, Math.ceil(options.visits / 4)));
  const nurseCount = Math.max(smallest, Math.ceil(options.visits / options.visitsPerNurse));
  const overtime = options.plain ? 0 : 15;
  const staff = drawStaff(nurseCount, land, options.modes, overtime, clock, part("staff"));
  drawAcquaintance(demand.clients, staff.nurses, part("acquaintance"));
  const draw = part("offices");
  const offices = land.offices.map((o) => drawSpot(o.id, { x: o.x, y: o.y, spread: 0 }, network, draw));
  const spots = [...offices, ...demand.spots];
  const problem: Problem = {
    format: "kotikierros/problem@1",
    timeZone: options.timeZone,
    places: [...offices.map((s) => ({ id: s.id, ...coordinates(s.x, s.y) })), ...demand.places],
    travel: { modes: {} },
    visitTypes: VISIT_TYPES.map((type) => ({ ...type })),
    clients: demand.clients,
    visits: demand.visits,
    links: [],
    nurses: staff.nurses,
    shifts: staff.shifts,
    weights: options.plain ? { ...PLAIN_WEIGHTS } : {},
  };
  const travel = new TravelTable(options, network, land, spots);
  const placeByClient = new Map(problem.clients.map((c) => [c.id, c.placeId]));
  const places = new Map(problem.places.map((p) => [p.id, p]));
  const setup = (place: string) => places.get(place)?.setupSeconds ?? 0;
  const draft: Draft = {
    problem,
    wishes: demand.wishes,
    clock,
    options,
    leg: (mode, from, to) => (from === to ? 0 : travel.seconds(mode as ModeId, from, to) + setup(to)),
    able: abilityOf(problem),
    placeOf: (visit) => placeByClient.get(visit.clientId) ?? "",
  };
  for (const [name, feature] of Object.entries(FEATURES)) {
    if (options.features.includes(name as keyof typeof FEATURES)) feature.apply(draft, part(name));
  }
  const used = new Set([...options.modes, ...(problem.shifts.map((s) => s.mode) as ModeId[])]);
  for (const mode of used) problem.travel.modes[mode] = travel.contractMode(mode);
  return problem;
}
