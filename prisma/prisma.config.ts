// Only for Prisma's own command line (`npx prisma ... --config prisma/prisma.config.ts`), such as
// `prisma migrate deploy` or `prisma studio`. The program itself applies the migrations at start.
import { defineConfig } from "prisma/config";

export default defineConfig({
  schema: "schema",
  migrations: { path: "migrations" },
  datasource: { url: `file:${process.env["KOTIKIERROS_DATABASE"] ?? "data/kotikierros.sqlite"}` },
});
