import { describe, expect, it } from "vitest";
import { OsrmOptionError, parseOsrmOption } from "../../../src/travel/index.js";

describe("the --osrm option", () => {
  it("names an address for each mode", () => {
    expect(parseOsrmOption("car=http://127.0.0.1:5301, walk=https://roads.example/foot")).toEqual({
      car: { url: "http://127.0.0.1:5301" },
      walk: { url: "https://roads.example/foot" },
    });
  });

  it.each([
    ["", "is not MODE=URL"],
    ["http://127.0.0.1:5301", "is not MODE=URL"],
    ["=http://127.0.0.1:5301", "is not MODE=URL"],
    ["car=", "no http or https URL"],
    ["car=ftp://127.0.0.1", "no http or https URL"],
    ["car=http://a,car=http://b", "car is named twice"],
    ["car=http://a,", "is not MODE=URL"],
  ])("refuses %j", (text, why) => {
    expect(() => parseOsrmOption(text)).toThrow(OsrmOptionError);
    expect(() => parseOsrmOption(text)).toThrow(why);
  });
});
