/**
 * The land of a generated day: areas, offices and what its roads are like. Metres on a plane;
 * the plane lies at latitude 60 so that coordinates look like a place, but it is none.
 */
import type { Layout } from "./options.js";

export interface Area {
  readonly id: string;
  /** Centre and spread in metres. */
  readonly x: number;
  readonly y: number;
  readonly spread: number;
  /** Position in {@link Land.offices}. */
  readonly office: number;
}

export interface Land {
  /** Metres. */
  readonly width: number;
  readonly height: number;
  /** Metres between neighbouring crossings. */
  readonly spacing: number;
  /** Every so many-th line of the grid is a main road. */
  readonly mainEvery: number;
  /** Share of side streets that are missing, and that are one-way. */
  readonly missing: number;
  readonly oneWay: number;
  /** Most seconds lost on a street in one direction but not in the other: turns, lights. */
  readonly lost: number;
  /** Metres a second on side streets and main roads, by car. */
  readonly sideSpeed: number;
  readonly mainSpeed: number;
  readonly offices: readonly { readonly id: string; readonly x: number; readonly y: number }[];
  readonly areas: readonly Area[];
}

const area = (id: string, x: number, y: number, spread: number, office: number): Area => ({
  id,
  x,
  y,
  spread,
  office,
});

/** Modelled on: `city` porto-*, `valley` liechtenstein-*, `towns` two small towns with open land between. */
export const LANDS: Record<Layout, Land> = {
  city: {
    width: 5400,
    height: 4800,
    spacing: 180,
    mainEvery: 5,
    missing: 0.2,
    oneWay: 0.65,
    lost: 9,
    sideSpeed: 11,
    mainSpeed: 18,
    offices: [
      { id: "office-west", x: 1500, y: 2200 },
      { id: "office-east", x: 3800, y: 3100 },
    ],
    areas: [
      area("west", 1300, 2100, 720, 0),
      area("middle", 3000, 1500, 720, 1),
      area("east", 4000, 3300, 720, 1),
    ],
  },
  valley: {
    width: 3600,
    height: 20_000,
    spacing: 300,
    mainEvery: 4,
    missing: 0.12,
    oneWay: 0.04,
    lost: 3,
    sideSpeed: 9,
    mainSpeed: 14.5,
    offices: [
      { id: "office-south", x: 1800, y: 7800 },
      { id: "office-north", x: 1900, y: 15_600 },
    ],
    areas: [
      area("lowest", 1300, 1500, 600, 0),
      area("low", 2200, 4600, 600, 0),
      area("south", 1700, 8000, 700, 0),
      area("middle", 1500, 11_200, 600, 0),
      area("north", 2000, 15_400, 600, 1),
      area("end", 1200, 18_600, 550, 1),
    ],
  },
  towns: {
    width: 15_000,
    height: 4800,
    spacing: 300,
    mainEvery: 4,
    missing: 0.2,
    oneWay: 0.25,
    lost: 6,
    sideSpeed: 8.5,
    mainSpeed: 16,
    offices: [
      { id: "office-port", x: 2300, y: 2200 },
      { id: "office-hill", x: 12_600, y: 2500 },
    ],
    areas: [
      area("quay", 1600, 1500, 700, 0),
      area("port", 2900, 3000, 800, 0),
      area("mill", 11_800, 1700, 700, 1),
      area("hill", 13_100, 3300, 750, 1),
    ],
  },
};

/** Degrees for a point of the plane; metres of a degree of longitude at 60.2 N. */
export function coordinates(x: number, y: number): { lat: number; lon: number } {
  const sixDigits = (v: number) => Math.round(v * 1e6) / 1e6;
  return { lat: sixDigits(60.15 + y / 111_195), lon: sixDigits(24.6 + x / 55_262) };
}
