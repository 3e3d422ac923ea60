/**
 * The one connection that Prisma works on.
 *
 * libSQL's own client gives its connection away to every transaction and opens a new one for
 * what follows; settings made on the first would be lost and old connections stay open until
 * they are collected. Prisma's adapter already lets nothing in between while a transaction is
 * open, so here transactions run on the same connection. They begin as writers: a reader that
 * turns writer half-way may be refused by SQLite, a writer waits its turn.
 */
import { PrismaLibSql } from "@prisma/adapter-libsql";
import { BUSY_MILLISECONDS } from "./migrate.js";

type Config = ConstructorParameters<typeof PrismaLibSql>[0];
type Client = ReturnType<PrismaLibSql["createClient"]>;
type Transaction = Awaited<ReturnType<Client["transaction"]>>;
type Statement = Parameters<Transaction["execute"]>[0];

class SameConnectionTransaction implements Transaction {
  closed = false;

  constructor(private readonly client: Client) {}

  execute(statement: Statement): ReturnType<Transaction["execute"]> {
    return this.client.execute(statement);
  }

  async batch(statements: Parameters<Transaction["batch"]>[0]): ReturnType<Transaction["batch"]> {
    const results = [];
    for (const statement of statements) {
      const [sql, args] = Array.isArray(statement) ? statement : [statement, undefined];
      results.push(
        await (typeof sql === "string"
          ? this.client.execute({ sql, args: args ?? [] })
          : this.client.execute(sql)),
      );
    }
    return results;
  }

  executeMultiple(): Promise<void> {
    return Promise.reject(new Error("scripts do not run inside a transaction"));
  }

  async commit(): Promise<void> {
    await this.client.execute("COMMIT");
    this.closed = true;
  }

  async rollback(): Promise<void> {
    this.closed = true;
    await this.client.execute("ROLLBACK");
  }

  close(): void {
    if (!this.closed) void this.rollback();
  }
}

export class OneConnection extends PrismaLibSql {
  constructor(file: string) {
    super({ url: `file:${file}`, timeout: BUSY_MILLISECONDS });
  }

  override createClient(config: Config): Client {
    const client = super.createClient(config);
    client.transaction = async () => {
      await client.execute("BEGIN IMMEDIATE");
      return new SameConnectionTransaction(client);
    };
    return client;
  }

  override async connect(): ReturnType<PrismaLibSql["connect"]> {
    const adapter = await super.connect();
    await adapter.executeScript("PRAGMA journal_mode = WAL");
    await adapter.executeScript("PRAGMA foreign_keys = ON");
    // Every commit reaches the disk: an accepted job survives a power cut.
    await adapter.executeScript("PRAGMA synchronous = FULL");
    return adapter;
  }
}
