/** The licence's text, and publiccode.yml against the public standard (version 0.4). */
import { createRequire } from "node:module";
import { describe, expect, it } from "vitest";
import { parse } from "yaml";
import { textOf } from "./sources.js";

const REQUIRED = [
  "publiccodeYmlVersion",
  "name",
  "url",
  "platforms",
  "developmentStatus",
  "softwareType",
  "description",
  "legal",
  "maintenance",
  "localisation",
];
const OPTIONAL = [
  "applicationSuite",
  "landingURL",
  "isBasedOn",
  "softwareVersion",
  "releaseDate",
  "logo",
  "categories",
  "usedBy",
  "roadmap",
  "intendedAudience",
  "dependsOn",
];

interface Description {
  shortDescription: string;
  longDescription: string;
  features: string[];
}

interface PublicCode extends Record<string, unknown> {
  publiccodeYmlVersion: string;
  softwareVersion: string;
  releaseDate: string;
  description: Record<string, Description>;
  legal: { license: string };
  maintenance: { type: string; contacts?: { name: string }[] };
  localisation: { localisationReady: boolean; availableLanguages: string[] };
}

const manifest = JSON.parse(textOf("package.json")) as { license: string; version: string };
const publicCode = parse(textOf("publiccode.yml")) as PublicCode;

describe("LICENSE", () => {
  it("is the text of EUPL-1.2", () => {
    const listed = createRequire(import.meta.url)("spdx-license-list/licenses/EUPL-1.2.json") as {
      licenseText: string;
    };
    expect(textOf("LICENSE").trim()).toBe(listed.licenseText.trim());
    expect(manifest.license).toBe("EUPL-1.2");
  });
});

describe("publiccode.yml", () => {
  it("has every required key and no unknown one", () => {
    expect(Object.keys(publicCode)).toEqual(expect.arrayContaining(REQUIRED));
    for (const key of Object.keys(publicCode)) expect([...REQUIRED, ...OPTIONAL]).toContain(key);
    expect(publicCode.publiccodeYmlVersion).toBe("0.4");
  });

  it("agrees with package.json", () => {
    expect(publicCode.legal.license).toBe(manifest.license);
    expect(publicCode.softwareVersion).toBe(manifest.version);
  });

  it("uses values of the standard's lists and lengths", () => {
    expect(["concept", "development", "beta", "stable", "obsolete"]).toContain(publicCode.developmentStatus);
    expect(["internal", "contract", "community", "none"]).toContain(publicCode.maintenance.type);
    expect(publicCode.maintenance.contacts?.length).toBeGreaterThan(0);
    expect(publicCode.releaseDate).toMatch(/^\d{4}-\d\d-\d\d$/);
    expect(Object.keys(publicCode.description)).toEqual(["en", "fi", "sv"]);
    for (const text of Object.values(publicCode.description)) {
      expect(text.shortDescription.length).toBeLessThanOrEqual(150);
      expect(text.longDescription.length).toBeGreaterThanOrEqual(500);
      expect(text.longDescription.length).toBeLessThanOrEqual(10_000);
      expect(text.features.length).toBeGreaterThan(0);
    }
    expect(publicCode.localisation.availableLanguages.toSorted()).toEqual(["en", "fi", "sv"]);
  });
});
