/** The built screens, as files: the board at /board/, the phone at /phone/. */
import { existsSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";
import staticFiles from "@fastify/static";
import type { FastifyInstance } from "fastify";

export interface WebDeps {
  /** Folder with `board` and `phone`, as `npm run web` builds them. */
  readonly folder: string;
}

const APPS = ["board", "phone"] as const;

/**
 * Everything comes from this server, no page of another site may frame it, and no script stands
 * in a page. Map tiles and markers are drawn from data in memory, hence `blob:` and `data:`.
 */
export const WEB_POLICY = [
  "default-src 'self'",
  "img-src 'self' data: blob:",
  "worker-src 'self' blob:",
  "object-src 'none'",
  "base-uri 'none'",
  "form-action 'self'",
  "frame-ancestors 'none'",
].join("; ");

/** Where `npm run web` puts its files, seen from the sources and from dist. Undefined: not built. */
export function builtWeb(): WebDeps | undefined {
  const built = path.join(productFolder(), "dist", "www");
  return existsSync(path.join(built, "board", "index.html")) ? { folder: built } : undefined;
}

/** The day that a first run shows; empty where the repository is not whole. */
export function demoDayFile(): { demoFile?: string } {
  const demoFile = path.join(productFolder(), "fixtures", "helsinki-day.json.gz");
  return existsSync(demoFile) ? { demoFile } : {};
}

function productFolder(): string {
  let folder = path.dirname(fileURLToPath(import.meta.url));
  while (!existsSync(path.join(folder, "package.json"))) {
    const parent = path.dirname(folder);
    if (parent === folder) throw new Error("no package.json above the server");
    folder = parent;
  }
  return folder;
}

/** Files whose names change with their contents may be kept for good. */
const forGood = (file: string): boolean => file.includes(`${path.sep}assets${path.sep}`);

export async function serveWeb(app: FastifyInstance, { folder }: WebDeps): Promise<void> {
  for (const name of APPS) {
    const root = path.join(folder, name);
    if (!existsSync(root)) continue;
    await app.register(staticFiles, {
      root,
      prefix: `/${name}/`,
      decorateReply: false,
      preCompressed: true,
      cacheControl: false,
      schemaHide: true,
      setHeaders(reply, file) {
        reply.setHeader("content-security-policy", WEB_POLICY);
        reply.setHeader("referrer-policy", "no-referrer");
        reply.setHeader("cache-control", forGood(file) ? "public, max-age=31536000, immutable" : "no-cache");
      },
    });
    app.get(`/${name}`, { schema: { hide: true } }, async (_request, reply) => reply.redirect(`/${name}/`));
  }
  app.get("/", { schema: { hide: true } }, async (_request, reply) => reply.redirect("/board/"));
}
