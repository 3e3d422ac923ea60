/** Accounts. */
import type { Role } from "../../contracts/index.js";
import type { StoredUser, UserStore } from "../../planning/access/ports.js";
import { Prisma, type PrismaClient, type User } from "../generated/client.js";

export const readAreas = (text: string | null): readonly string[] | null =>
  text === null ? null : (JSON.parse(text) as string[]);
export const writeAreas = (areas: readonly string[] | null): string | null =>
  areas === null ? null : JSON.stringify(areas);

export function toUser(row: User): StoredUser {
  return { ...row, role: row.role as Role, areas: readAreas(row.areas) };
}

/** Whether somebody is left who can sign in as administrator. */
async function administratorLeft(tx: Prisma.TransactionClient): Promise<boolean> {
  const count = await tx.user.count({
    where: { role: "administrator", active: true, passwordHash: { not: null } },
  });
  return count > 0;
}

class LastAdministrator extends Error {
  override readonly name = "LastAdministrator";
}

export function userStore(prisma: PrismaClient): UserStore {
  return {
    async find(id) {
      const row = await prisma.user.findUnique({ where: { id } });
      return row === null ? null : toUser(row);
    },

    async findByName(userName) {
      const row = await prisma.user.findUnique({ where: { userName } });
      return row === null ? null : toUser(row);
    },

    async list() {
      return (await prisma.user.findMany({ orderBy: { userName: "asc" } })).map(toUser);
    },

    async add(user) {
      try {
        await prisma.user.create({ data: { ...user, areas: writeAreas(user.areas) } });
        return true;
      } catch (error) {
        if (error instanceof Prisma.PrismaClientKnownRequestError && error.code === "P2002") return false;
        throw error;
      }
    },

    async change(id, change) {
      const { areas, ...rest } = change;
      try {
        return await prisma.$transaction(async (tx) => {
          if ((await tx.user.findUnique({ where: { id } })) === null) return null;
          const had = await administratorLeft(tx);
          const row = await tx.user.update({
            where: { id },
            data: { ...rest, ...(areas === undefined ? {} : { areas: writeAreas(areas) }) },
          });
          if (had && !(await administratorLeft(tx))) throw new LastAdministrator();
          await tx.session.deleteMany({ where: { userId: id } });
          return toUser(row);
        });
      } catch (error) {
        if (error instanceof LastAdministrator) return "last-administrator";
        throw error;
      }
    },

    async disableDemo(id) {
      await prisma.$transaction([
        prisma.user.update({ where: { id }, data: { active: false, passwordHash: null } }),
        prisma.session.deleteMany({ where: { userId: id } }),
      ]);
    },

    async setPassword(id, passwordHash, keepSession) {
      await prisma.$transaction([
        prisma.user.update({ where: { id }, data: { passwordHash } }),
        prisma.session.deleteMany({
          where: { userId: id, ...(keepSession === null ? {} : { digest: { not: keepSession } }) },
        }),
      ]);
    },

    hasAdministrator: () => prisma.$transaction((tx) => administratorLeft(tx)),
  };
}
