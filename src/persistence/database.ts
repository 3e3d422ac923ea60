/** The embedded database, opened and brought up to date. */
import { mkdirSync } from "node:fs";
import path from "node:path";
import type {
  IdempotencyStore,
  JobStore,
  NurseStore,
  PlanStore,
  ProblemStore,
  TravelTimeStore,
} from "../planning/ports.js";
import { actualStore, publishedDays } from "./actualStore.js";
import type { AccountStores } from "../planning/access/ports.js";
import type { ContactStores } from "../planning/contact/index.js";
import { accountStores } from "./access/index.js";
import { contactStores } from "./contact/index.js";
import { OneConnection } from "./connection.js";
import { PrismaClient } from "./generated/client.js";
import { idempotencyStore } from "./idempotencyStore.js";
import { jobStore } from "./jobStore.js";
import { migrate } from "./migrate.js";
import { migrationsFolder } from "./migrationFiles.js";
import { phoneStore } from "./phone/phoneStore.js";
import { planStore } from "./planStore.js";
import { problemStore } from "./problemStore.js";
import { ruleSetStore } from "./ruleSetStore.js";
import { lockForServing } from "./servingLock.js";
import { lineStore } from "./study/lineStore.js";
import { boundStore } from "./study/boundStore.js";
import { travelTimeStore } from "./travelTimeStore.js";
import { versionStore } from "./versionStore.js";
import type { ActualStore, PublishedDays } from "../planning/actuals/ports.js";
import type { RuleSetStore } from "../planning/workingTime/ports.js";
import type { VersionStore } from "../planning/life/ports.js";
import type { LineStore } from "../planning/geometry/ports.js";
import type { BoundStore } from "../planning/study/index.js";
import { standingStore } from "./standing/store.js";
import { generationStores } from "./generation/index.js";
import type { GenerationDeps } from "../planning/generate/ports.js";
import type { StandingDeps } from "../planning/standing/ports.js";
import type { PhoneStore } from "../planning/phone/index.js";
import type { DayStore } from "../planning/dayPorts.js";
import { dayStore } from "./dayStore.js";

export interface Stores {
  readonly problems: ProblemStore;
  readonly jobs: JobStore;
  readonly plans: PlanStore;
  readonly versions: VersionStore;
  readonly actuals: {
    readonly events: ActualStore;
    readonly published: PublishedDays;
    readonly ruleSets: RuleSetStore;
  };
  readonly nurses: NurseStore;
  readonly phone: PhoneStore;
  readonly travelTimes: TravelTimeStore;
  readonly bounds: BoundStore;
  readonly lines: LineStore;
  readonly idempotency: IdempotencyStore;
  readonly standing: StandingDeps;
  readonly dayList: DayStore;
  readonly accounts: AccountStores;
  readonly contact: ContactStores;
  readonly generation: GenerationDeps;
}

export interface OpenDatabase extends Stores {
  /** For tests and for stores that other parts will add. */
  readonly prisma: PrismaClient;
  /** Names of the migrations that this start applied. */
  readonly applied: readonly string[];
  close(): Promise<void>;
}

export interface OpenOptions {
  /** Default: the program's own prisma/migrations. */
  readonly migrations?: string;
  /** Take the lock that only one server may hold. Default false. */
  readonly serving?: boolean;
}

/**
 * Opens a database file, makes it and its folder where they are missing, and applies
 * migrations.
 *
 * @throws MigrationRefused if the file belongs to another version of the program
 * @throws DatabaseInUse with `serving`, if another server works on the file
 */
export async function openDatabase(file: string, options: OpenOptions = {}): Promise<OpenDatabase> {
  const absolute = path.resolve(file);
  mkdirSync(path.dirname(absolute), { recursive: true });
  const unlock = options.serving === true ? lockForServing(absolute) : () => {};
  try {
    const applied = migrate(absolute, options.migrations ?? migrationsFolder());
    const prisma = new PrismaClient({
      adapter: new OneConnection(absolute),
      // A large import may hold the only connection for a while; others wait rather than fail.
      transactionOptions: { maxWait: 30_000, timeout: 60_000 },
    });
    await prisma.$connect();
    return {
      prisma,
      applied,
      problems: problemStore(prisma),
      jobs: jobStore(prisma),
      plans: planStore(prisma),
      versions: versionStore(prisma),
      actuals: {
        events: actualStore(prisma),
        published: publishedDays(prisma),
        ruleSets: ruleSetStore(prisma),
      },
      accounts: accountStores(prisma),
      contact: contactStores(prisma),
      nurses: {
        exists: async (id) =>
          (await prisma.nurse.count({ where: { id } })) > 0 ||
          (await prisma.standingRecord.count({ where: { kind: "nurses", id } })) > 0,
      },
      phone: phoneStore(prisma, standingStore(prisma)),
      travelTimes: travelTimeStore(prisma),
      bounds: boundStore(prisma),
      lines: lineStore(prisma),
      idempotency: idempotencyStore(prisma),
      standing: { store: standingStore(prisma) },
      dayList: dayStore(prisma),
      generation: generationStores(prisma),
      async close() {
        await prisma.$disconnect();
        unlock();
      },
    };
  } catch (error) {
    unlock();
    throw error;
  }
}
