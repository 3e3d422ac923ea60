import { describe, expect, it } from "vitest";
import { cheaperOf } from "../../solver/search/elites.js";
import { createMeetingPlace, joinMeetingPlace, leaveMeetingPlace } from "../../src/jobs/meetingPlace.js";

const plan = (...x: number[]) => Float64Array.from(x);

describe("a meeting place", () => {
  it("gives what those who came have left; the cheapest is the lower seat's at a tie", () => {
    const place = createMeetingPlace(3);
    const [a, b, c] = [0, 1, 2].map((thread) => joinMeetingPlace(place, thread, false));
    const [first, second, third] = [
      { cost: 30, plan: plan(1, 1) },
      { cost: 20, plan: plan(2, 2) },
      { cost: 20, plan: plan(3, 3) },
    ];
    expect(a!.gather(0, 30, first.plan)).toEqual([first, null, null]);
    expect(b!.gather(0, 20, second.plan)).toEqual([first, second, null]);
    const all = c!.gather(0, 20, third.plan);
    expect(all).toEqual([first, second, third]);
    expect([0, 1, 2].map((thread) => cheaperOf(all, thread))).toEqual([second, null, second]);
  });

  it("keeps the tables of two rounds apart", () => {
    const place = createMeetingPlace(2);
    const [a, b] = [0, 1].map((thread) => joinMeetingPlace(place, thread, false));
    a!.gather(0, 5, plan(1));
    a!.gather(1, 4, plan(9));
    expect(b!.gather(0, 6, plan(2))[0]).toEqual({ cost: 5, plan: plan(1) });
    expect(b!.gather(1, 6, plan(2))[0]).toEqual({ cost: 4, plan: plan(9) });
  });

  it("does not wait for a thread that has gone, even where it would wait for ever", () => {
    const place = createMeetingPlace(2);
    leaveMeetingPlace(place, 1);
    expect(joinMeetingPlace(place, 0, true).gather(0, 5, plan(1))[1]).toBeNull();
  });
});
