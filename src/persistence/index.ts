/** Storage behind planning's ports. The only place that knows Prisma and SQL. */
export { type OpenDatabase, type OpenOptions, openDatabase, type Stores } from "./database.js";
export { MigrationRefused, type MigrationCode } from "./migrate.js";
export { DatabaseInUse } from "./servingLock.js";
