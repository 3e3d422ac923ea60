/** Street maps of our own, as files: no map is ever asked of another host. */
import { existsSync } from "node:fs";
import { readdir, stat } from "node:fs/promises";
import path from "node:path";
import staticFiles from "@fastify/static";
import { z } from "zod";
import { type BasemapView, basemapView } from "../../../contracts/index.js";
import { errors } from "../../schemas.js";
import type { App } from "../../types.js";
import { readMapFacts } from "./mapFile.js";

export interface MapDeps {
  /** Folders with NAME.pmtiles files; of two with one name the first folder's counts. Missing ones are left out. */
  readonly folders: readonly string[];
}

const ENDING = ".pmtiles";

async function viewMap(folder: string, file: string): Promise<BasemapView | null> {
  const at = path.join(folder, file);
  const facts = await readMapFacts(at);
  if (facts === null) return null;
  const { size, mtimeMs } = await stat(at);
  // Another file under the same name has another address, so that browsers may keep this one.
  const version = `${size.toString(36)}-${Math.round(mtimeMs).toString(36)}`;
  const url = `/maps/${encodeURIComponent(file)}?v=${version}`;
  return { ...facts, name: facts.name || path.basename(file, ENDING), url, bytes: size };
}

async function listMaps(folders: readonly string[]): Promise<BasemapView[]> {
  const files = new Map<string, string>();
  for (const folder of folders) {
    for (const file of await readdir(folder)) {
      if (file.endsWith(ENDING) && !files.has(file)) files.set(file, folder);
    }
  }
  const views = await Promise.all([...files].map(async ([file, folder]) => viewMap(folder, file)));
  return views.filter((view) => view !== null);
}

export async function addMapRoutes(app: App, deps: MapDeps | undefined): Promise<void> {
  const folders = (deps?.folders ?? []).filter((folder) => existsSync(folder));
  app.get(
    "/maps",
    {
      schema: {
        summary: "Street maps that this server has; files in the PMTiles format",
        tags: ["maps"],
        response: { 200: z.object({ maps: z.array(basemapView) }), ...errors(401, 403) },
      },
    },
    async (_request, reply) => {
      void reply.header("cache-control", "no-cache");
      return { maps: await listMaps(folders) };
    },
  );
  if (folders.length === 0) return;
  await app.register(staticFiles, {
    root: folders,
    prefix: "/maps/",
    decorateReply: false,
    index: false,
    allowedPath: (asked) => asked.endsWith(ENDING),
    cacheControl: false,
    schemaHide: true,
    setHeaders(reply) {
      reply.setHeader("cache-control", "private, max-age=31536000, immutable");
      reply.setHeader("x-content-type-options", "nosniff");
    },
  });
}
