/** Every number that steers the search of coupled services, in one place. */
export interface CoupledTuning {
  /** First and last annealing temperature, as shares of the mean leg of the first plan (weighted). */
  readonly startTemperature: number;
  readonly endTemperature: number;
  /** Steps of one cooling, by thread, per visit cubed; and at least. Runs twice as long and more cool anew. */
  readonly roundSteps: readonly number[];
  readonly leastRound: number;
  /** How much of a run that the clock ends goes by before its steps are foreseen. */
  readonly learnShare: number;
  /** Where in the cooling the best of several coolings is gone on from. */
  readonly bestFrom: number;
  /** From where on a thread that cools once takes plans of threads that cool several times. */
  readonly lateMeeting: number;
  /** Chance to pass over a place. */
  readonly blink: number;
  /** Places of each of two bound visits that are combined, cheapest first. */
  readonly pairPlaces: number;
  /** Combinations tried exactly. */
  readonly pairTries: number;
  /** Places dearer than twice the last price and this many mean legs are looked at only if need be. */
  readonly guess: number;
  /** Average number of visits taken out, and the longest string. */
  readonly average: number;
  readonly longest: number;
  readonly splitShare: number;
  readonly splitGrow: number;
  /** Chance that the bound visit goes out with the one taken. */
  readonly mateShare: number;
  /** Share of ruins that look for neighbours by time too. */
  readonly relatedShare: number;
  /** Weights of the insertion orders (see search.ts); the rest up to `orderTotal` is random. */
  readonly orders: readonly number[];
  readonly orderTotal: number;
}

export const COUPLED_TUNING: CoupledTuning = {
  startTemperature: 4,
  endTemperature: 0.05,
  roundSteps: [0.02, 0.01],
  leastRound: 2000,
  learnShare: 0.02,
  bestFrom: 0.5,
  lateMeeting: 0.85,
  blink: 0.01,
  pairPlaces: 24,
  pairTries: 12,
  guess: 3,
  average: 10,
  longest: 10,
  splitShare: 0.5,
  splitGrow: 0.5,
  mateShare: 0.8,
  relatedShare: 0.5,
  orders: [2, 1, 2, 2],
  orderTotal: 11,
};
