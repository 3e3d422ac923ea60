/** The API's description of itself: complete, consistent, and readable without any other host. */
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { smallDay } from "./support/day.js";
import { PATHS } from "./support/paths.js";
import { type Service, startService, temporaryFolder } from "./support/service.js";

interface Operation {
  summary?: string;
  tags?: string[];
  responses: Record<string, { content?: Record<string, unknown> }>;
}

const temporary = temporaryFolder();
let service: Service;
let description: {
  openapi: string;
  info: { version: string };
  paths: Record<string, Record<string, Operation>>;
  components: { schemas: Record<string, unknown> };
};
beforeAll(async () => {
  service = await startService({ file: `${temporary.folder}/d.sqlite`, fake: true });
  description = (await service.app.inject("/openapi.json")).json();
});
afterAll(async () => {
  await service.close();
  temporary.remove();
});

describe("/openapi.json", () => {
  it("is OpenAPI 3.1 with every route, each with words, a group and its errors", () => {
    expect(description.openapi).toMatch(/^3\.1\./);
    expect(description.info.version).toBe("1.2.3");
    expect(Object.keys(description.paths).sort()).toEqual(Object.values(PATHS).flat().toSorted());
    for (const [path, operations] of Object.entries(description.paths)) {
      for (const [method, { summary, tags, responses }] of Object.entries(operations)) {
        expect([path, method, typeof summary, tags?.length]).toEqual([path, method, "string", 1]);
        for (const [status, { content }] of Object.entries(responses)) {
          if (Number(status) < 400) continue;
          expect([path, status, Object.keys(content ?? {})]).toEqual([
            path,
            status,
            ["application/problem+json"],
          ]);
        }
      }
    }
  });

  it("refers to nothing that it lacks, and has nothing that is not referred to", () => {
    const text = JSON.stringify(description);
    const referred = new Set(
      [...text.matchAll(/"#\/components\/schemas\/([^"]+)"/g)].map(([, name]) => name),
    );
    expect([...referred].sort()).toEqual(Object.keys(description.components.schemas).sort());
  });

  it("describes the problem's body for both media types", () => {
    const { requestBody } = description.paths["/problems"]!["post"] as unknown as {
      requestBody: { content: Record<string, { schema: { properties: object } }> };
    };
    expect(Object.keys(requestBody.content).sort()).toEqual(["application/gzip", "application/json"]);
    const { properties } = requestBody.content["application/json"]!.schema;
    expect(Object.keys(properties)).toEqual(expect.arrayContaining(Object.keys(smallDay())));
  });
});

describe("/docs", () => {
  it("is a page whose every file comes from this server", async () => {
    const redirected = await service.app.inject("/docs");
    const page = redirected.statusCode === 302 ? await service.app.inject("/docs/") : redirected;
    expect(page.statusCode).toBe(200);
    expect(page.headers["content-security-policy"]).toContain("default-src 'self'");
    const links = [...page.body.matchAll(/(?:src|href)="([^"]+)"/g)].map(([, link]) => link!);
    expect(links.length).toBeGreaterThan(4);
    for (const link of links) {
      expect(link).not.toMatch(/^(https?:)?\/\//);
      const path = new URL(link, "http://localhost/docs/").pathname;
      expect([path, (await service.app.inject(path)).statusCode]).toEqual([path, 200]);
    }
    expect((await service.app.inject("/docs/json")).json()).toMatchObject({ openapi: description.openapi });
  });
});
