/** What a nurse's phone is told beside times and places, and what it reports back. */

export interface AskedVisit {
  readonly visitId: string;
  readonly clientId: string;
  readonly typeId: string;
  readonly placeId: string;
}

export interface VisitBackground {
  readonly clientName: string | null;
  /** Spoken by the client, the first one first. */
  readonly languages: readonly string[];
  readonly typeName: Readonly<Record<string, string>> | null;
  readonly tasks: readonly string[];
  /** Other nurses of the visit, by id. */
  readonly crew: readonly { readonly nurseId: string; readonly name: string | null }[];
  /** How to get in: texts, empty if the organisation has none. Personal data. */
  readonly accessNotes: readonly string[];
}

export interface NurseShift {
  readonly shiftId: string;
  /** Date on which it starts, "YYYY-MM-DD". */
  readonly date: string;
  readonly from: Date;
  readonly to: Date;
  /** Null: by the rota, not planned yet. */
  readonly mode: string | null;
}

export interface NoteReading {
  /** Made by the phone. */
  readonly id: string;
  readonly nurseId: string;
  readonly visitId: string;
  readonly date: string;
  readonly readAt: Date;
  readonly receivedAt: Date;
  readonly onRound: boolean;
}

export interface PhoneStore {
  /** By visit id, one for each visit asked for. `nurseId` is left out of the crews. */
  listBackgrounds(
    nurseId: string,
    date: string,
    planIds: readonly string[],
    visits: readonly AskedVisit[],
  ): Promise<ReadonlyMap<string, VisitBackground>>;
  /**
   * Shifts that start on the dates (both included), by start: of the plan, by the rota where there
   * is none; and the zone of the dates, null if no date has either. `unknown`: the dates without both.
   */
  listShifts(
    nurseId: string,
    from: string,
    to: string,
  ): Promise<{
    readonly timeZone: string | null;
    readonly shifts: readonly NurseShift[];
    readonly unknown: readonly string[];
  }>;
  /** One transaction; ids that are known change nothing. Tells which of them were new. */
  addReadings(readings: readonly NoteReading[]): Promise<ReadonlySet<string>>;
  /** In the order of arrival. */
  listReadings(nurseId: string, date: string): Promise<readonly NoteReading[]>;
}
