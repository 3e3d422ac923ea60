/** Numbers that column generation goes by. */
export interface GenerationSettings {
  /** Visits that each neighbourhood begins with. */
  readonly firstNeighbours: number;
  /** Let neighbourhoods grow where the master's routes go in circles. */
  readonly growNeighbours: boolean;
  /** Most routes that one pricing of one class adds. */
  readonly routesPerClass: number;
  /** Weight of the best prices in the smoothed ones, 0 .. 1. */
  readonly smoothing: number;
  /** Labels of each time bucket that quick pricing follows, first and before any exact pricing. */
  readonly narrowBeam: number;
  readonly beam: number;
  /** Most labels of one exact pricing. */
  readonly labels: number;
  /** Most cuts altogether (0: none), and most that one round adds. */
  readonly cuts: number;
  readonly cutsAtOnce: number;
  /**
   * A search goes first and gives its routes: this share of the time, at most so many seconds; where there
   * is no clock, so many iterations.
   */
  readonly warmShare: number;
  readonly warmSeconds: number;
  readonly warmIterations: number;
  /** Most columns before the master is rebuilt with the useful ones. */
  readonly columns: number;
}

export const GENERATION_DEFAULTS: GenerationSettings = {
  firstNeighbours: 7,
  growNeighbours: true,
  routesPerClass: 30,
  smoothing: 0.6,
  narrowBeam: 15,
  beam: 60,
  labels: 1_500_000,
  cuts: 600,
  cutsAtOnce: 12,
  warmShare: 0.08,
  warmSeconds: 20,
  warmIterations: 60,
  columns: 12_000,
};
