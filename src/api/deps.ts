import type { FastifyBaseLogger } from "fastify";
import type {
  DocumentReader,
  IdempotencyStore,
  JobRunner,
  NurseStore,
  PlanStore,
  ProblemStore,
} from "../planning/ports.js";
import type { GenerationRoutesDeps } from "./routes/generation/deps.js";
import type { StudyDeps } from "./routes/study/deps.js";
import type { PhoneStore } from "../planning/phone/index.js";
import type { ActualsDeps } from "./routes/actuals/deps.js";
import type { AccountStores } from "../planning/access/index.js";
import type { ContactStores } from "../planning/contact/index.js";
import type { ChangeHub } from "../planning/changes/index.js";
import type { DaySolver, VersionStore } from "../planning/life/ports.js";
import type { AlarmDeps } from "./routes/alarms/deps.js";
import type { WebDeps } from "./plugins/web.js";
import type { DayDeps } from "./routes/days/index.js";
import type { MapDeps } from "./routes/maps/index.js";

import type { StandingDeps } from "../planning/standing/ports.js";

/** What the API works with; server.ts wires the real ones. */
export interface ApiDeps {
  readonly problems: ProblemStore;
  readonly plans: PlanStore;
  readonly versions: VersionStore;
  /** What happened on the days. */
  readonly actuals: ActualsDeps;
  /** For answers that somebody waits for. */
  readonly solver: DaySolver;
  /** Generated problems and policies. */
  readonly generation: GenerationRoutesDeps;
  /** Studies of finished plans. */
  readonly study: StudyDeps;
  readonly nurses: NurseStore;
  /** For nurses' phones. */
  readonly phone: PhoneStore;
  readonly idempotency: IdempotencyStore;
  readonly jobs: JobRunner;
  readonly reader: DocumentReader;
  readonly alarms?: AlarmDeps;
  /** Absent: no list of days. */
  readonly days?: DayDeps;
  /** Street maps; absent: none. */
  readonly maps?: MapDeps;
  /** Absent: no screens. */
  readonly web?: WebDeps;
  /** Sign-in; absent: everybody is the local administrator, as on one's own machine. */
  readonly signIn?: AccountStores;
  /** Messages and calendar links. */
  readonly contact: ContactStores;
  /** Where changes are told; absent: a hub of the application's own. */
  readonly changes?: ChangeHub;
  readonly standing: StandingDeps;
  /** Absent: nothing is logged. */
  readonly logger?: FastifyBaseLogger;
  /** Most bytes of an imported problem as sent. Default 64 MB. */
  readonly problemBodyLimit?: number;
  /** Milliseconds between two signs of life on an event stream. Default 15 000. */
  readonly heartbeat?: number;
  /** Epoch milliseconds; absent: the computer's clock. */
  readonly now?: () => number;
  /** Version for the API's description. */
  readonly version?: string;
}
