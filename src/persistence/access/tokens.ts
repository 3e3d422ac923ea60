/** API tokens. */
import type { Role } from "../../contracts/index.js";
import type { StoredToken, TokenStore } from "../../planning/access/ports.js";
import type { ApiToken, PrismaClient } from "../generated/client.js";
import { readAreas, writeAreas } from "./users.js";

function toToken(row: ApiToken): StoredToken {
  return {
    id: row.id,
    name: row.name,
    role: row.role as Role,
    areas: readAreas(row.areas),
    scopes: JSON.parse(row.scopes) as string[],
    createdBy: row.createdBy,
    createdAt: row.createdAt,
    expiresAt: row.expiresAt,
    revokedAt: row.revokedAt,
  };
}

export function tokenStore(prisma: PrismaClient): TokenStore {
  return {
    async add(token, digest) {
      await prisma.apiToken.create({
        data: {
          ...token,
          digest,
          areas: writeAreas(token.areas),
          scopes: JSON.stringify(token.scopes),
        },
      });
    },

    async list() {
      return (await prisma.apiToken.findMany({ orderBy: { createdAt: "asc" } })).map(toToken);
    },

    async find(digest) {
      const row = await prisma.apiToken.findUnique({ where: { digest } });
      return row === null ? null : toToken(row);
    },

    async revoke(id, now) {
      await prisma.apiToken.updateMany({ where: { id, revokedAt: null }, data: { revokedAt: now } });
      const row = await prisma.apiToken.findUnique({ where: { id } });
      return row === null ? null : toToken(row);
    },
  };
}
