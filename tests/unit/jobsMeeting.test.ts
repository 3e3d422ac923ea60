import { describe, expect, it } from "vitest";
import { createMeetingPlace, joinMeetingPlace, leaveMeetingPlace } from "../../src/jobs/meetingPlace.js";

const plan = (...x: number[]) => Float64Array.from(x);

describe("a meeting place", () => {
  it("gives the cheapest plan of those who came, the lower seat at a tie", () => {
    const place = createMeetingPlace(3);
    const [a, b, c] = [0, 1, 2].map((thread) => joinMeetingPlace(place, thread, false));
    expect(a!.meet(0, 30, plan(1, 1))).toBeNull();
    expect(b!.meet(0, 20, plan(2, 2))).toBeNull();
    expect(c!.meet(0, 20, plan(3, 3))).toEqual(plan(2, 2));
    expect(a!.meet(0, 30, plan(1, 1))).toEqual(plan(2, 2));
  });

  it("keeps the tables of two rounds apart", () => {
    const place = createMeetingPlace(2);
    const [a, b] = [0, 1].map((thread) => joinMeetingPlace(place, thread, false));
    a!.meet(0, 5, plan(1));
    a!.meet(1, 4, plan(9));
    expect(b!.meet(0, 6, plan(2))).toEqual(plan(1));
    expect(b!.meet(1, 6, plan(2))).toEqual(plan(9));
  });

  it("does not wait for a thread that has gone, even where it would wait for ever", () => {
    const place = createMeetingPlace(2);
    leaveMeetingPlace(place, 1);
    expect(joinMeetingPlace(place, 0, true).meet(0, 5, plan(1))).toBeNull();
  });
});
