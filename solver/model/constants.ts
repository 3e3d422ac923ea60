/** Numbers that stand for "never", "nowhere" and "must". */

/** Larger than any instant or duration, small enough that sums stay exact. */
export const FAR = 1e12;
/** Leg seconds where there is no way. */
export const NO_LEG = 1 << 29;
/** What leaving a pinned visit out costs inside the search; never part of a reported cost. */
export const PINNED_COST = 1e10;
