/** When the bound turns from prices to lists. */
import { expect, it } from "vitest";
import { Standstill } from "../../solver/columns/standstill.js";

it("holds once a number has risen too little for too long, and not before the moment waited for", () => {
  const still = new Standstill(2);
  expect(still.holds(100, 10, 0)).toBe(false);
  expect(still.holds(109, 10, 1)).toBe(false);
  expect(still.holds(110, 10, 2)).toBe(false);
  expect(still.holds(119, 10, 3)).toBe(false);
  expect(still.holds(119, 10, 4)).toBe(true);
  still.wait(7);
  expect(still.holds(119, 10, 6)).toBe(false);
  expect(still.holds(119, 10, 7)).toBe(true);
  expect(still.holds(129, 10, 8)).toBe(false);
});

it("never holds without a clock", () => {
  const still = new Standstill(Infinity);
  still.wait(0);
  expect(still.holds(100, 10, 0)).toBe(false);
  expect(still.holds(100, 10, 0)).toBe(false);
});
