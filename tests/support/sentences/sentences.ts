/** Whole sentences by code: what a table of words must say with which values. */
import type { Facts } from "../../../src/planning/explain/sentence.js";

/** Values, then the sentence in Finnish, Swedish and English. */
export type Sentences<Code extends string> = Readonly<Record<Code, readonly [Facts, string, string, string]>>;
