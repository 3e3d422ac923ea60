/** Where clients are on a date, when they are away, and how the problem names them. */
import type { ClientRecord } from "../../contracts/standing/clients.js";
import type { Frame } from "./frame.js";
import { periodSpan, type Span } from "./spans.js";
import { covers, groupBy } from "./standing.js";

interface UsedClient {
  readonly id: string;
  readonly client: ClientRecord;
  readonly placeId: string;
}

export class Clients {
  private readonly byId: ReadonlyMap<string, ClientRecord>;
  private readonly homes: ReadonlyMap<
    string,
    readonly { readonly placeId: string; readonly validFrom: string }[]
  >;
  private readonly away: ReadonlyMap<string, readonly Span[]>;
  private readonly places: ReadonlySet<string>;
  private readonly used = new Map<string, UsedClient>();
  /** The place that a client's own id stands for in the problem. */
  private readonly first = new Map<string, string>();

  constructor(private readonly frame: Frame) {
    const { standing, clock } = frame;
    this.byId = new Map(standing.clients.map((client) => [client.id, client]));
    this.homes = groupBy(standing.homes, (home) => home.clientId);
    this.places = new Set(standing.places.map((place) => place.id));
    const periods = groupBy(standing["away-periods"], (period) => period.clientId);
    this.away = new Map(
      [...periods].map(([id, list]) => [id, list.map((period) => periodSpan(period, clock))]),
    );
  }

  find(id: string): ClientRecord | undefined {
    return this.byId.get(id);
  }

  awaySpans(id: string): readonly Span[] {
    return this.away.get(id) ?? [];
  }

  /** The place where the client lives on a date; null and told: there is none. */
  homeOn(clientId: string, date: string): string | null {
    const home = this.homes.get(clientId)?.find((one) => covers(one, date));
    if (home !== undefined && this.places.has(home.placeId)) return home.placeId;
    const words =
      home === undefined
        ? `client ${clientId} has no home on ${date}; no visits`
        : `client ${clientId} lives at place ${home.placeId} on ${date}, which is not known; no visits`;
    this.frame.notes.add(home === undefined ? "home-missing" : "place-missing", { date, clientId }, words);
    return null;
  }

  /**
   * The id by which the problem names a client at a place: a client of the problem has one
   * place, so one who moves between the dates planned together has a second id, `CLIENT@PLACE`.
   */
  use(client: ClientRecord, placeId: string): string {
    const first = this.first.get(client.id) ?? placeId;
    this.first.set(client.id, first);
    const id = first === placeId ? client.id : `${client.id}@${placeId}`;
    this.used.set(id, { id, client, placeId });
    return id;
  }

  /** Every client with a visit, in the order of ids. */
  list(): readonly UsedClient[] {
    return [...this.used.values()].toSorted((a, b) => (a.id < b.id ? -1 : 1));
  }
}
