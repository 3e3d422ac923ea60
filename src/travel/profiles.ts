const PROFILES: Readonly<Record<string, string>> = { car: "driving", bike: "cycling", walk: "walking" };

/** OSRM's profile of a mode, where the configuration names none. */
export function profileOf(mode: string): string {
  return PROFILES[mode] ?? mode;
}
