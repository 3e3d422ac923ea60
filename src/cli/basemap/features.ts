/** A map file's elements as shapes to draw. */
import { isRing, joinLines, type Line, type Point, polygonsOf } from "./lines.js";
import { isNamed, type Kind, kindOfNode, kindOfRelation, kindOfWay, type LayerName } from "./kinds.js";
import { type Box, type OsmRelation, type OsmWay, readOsm, type Tags } from "./osmFile.js";
import { seaWithin } from "./sea.js";

type Position = [number, number];

/** As GeoJSON has it. */
type Geometry =
  | { readonly type: "Point"; readonly coordinates: Position }
  | { readonly type: "MultiLineString" | "Polygon"; readonly coordinates: Position[][] }
  | { readonly type: "MultiPolygon"; readonly coordinates: Position[][][] };

export interface Shape {
  readonly type: "Feature";
  readonly geometry: Geometry;
  readonly properties: Record<string, string>;
}

export interface Shapes {
  readonly box: Box;
  /** By layer, each with the zoom from which it is drawn. */
  readonly layers: ReadonlyMap<LayerName, readonly { readonly minZoom: number; readonly shape: Shape }[]>;
  /** Ends of coastlines within the box, which make the sea uncertain. */
  readonly brokenCoast: number;
}

/** The file does not say what area it holds, and nobody else did. */
export class MapWithoutBounds extends Error {
  override readonly name = "MapWithoutBounds";
}

/** Kind, and the name in the local language; in Swedish where that is another. */
function propertiesOf(kind: Kind, tags: Tags): Record<string, string> {
  const { name } = tags;
  const swedish = tags["name:sv"];
  return {
    kind: kind.kind,
    ...(name === undefined || !isNamed(kind) ? {} : { name }),
    ...(swedish === undefined || swedish === name || !isNamed(kind) ? {} : { sv: swedish }),
  };
}

interface Wanted {
  readonly relations: { readonly relation: OsmRelation; readonly kind: Kind }[];
  readonly ways: { readonly way: OsmWay; readonly kind: Kind }[];
  /** Ways that rings of relations are made of. */
  readonly parts: Map<number, OsmWay>;
  readonly coast: OsmWay[];
  readonly nodes: Map<number, Point>;
  readonly points: { readonly kind: Kind; readonly tags: Tags; readonly at: Point }[];
}

/** Three looks at the file: relations come last in it, but tell which ways are needed, and these which nodes. */
function readWanted(file: string, given: Box | undefined): Wanted & { readonly box: Box } {
  const wanted: Wanted = {
    relations: [],
    ways: [],
    parts: new Map(),
    coast: [],
    nodes: new Map(),
    points: [],
  };
  const members = new Set<number>();
  let box: Box | undefined = given;
  readOsm(file, {
    bounds(found) {
      box ??= found;
    },
    relation(relation) {
      const kind = kindOfRelation(relation.tags);
      if (kind === null) return;
      wanted.relations.push({ relation, kind });
      for (const { id } of relation.ways) members.add(id);
    },
  });
  if (box === undefined) throw new MapWithoutBounds(`${file} does not say which area it holds`);
  const needed = new Set<number>();
  readOsm(file, {
    way(way) {
      const kind = kindOfWay(way.tags, way.nodes.length > 3 && way.nodes[0] === way.nodes.at(-1));
      const isCoast = way.tags["natural"] === "coastline";
      if (kind !== null) wanted.ways.push({ way, kind });
      if (members.has(way.id)) wanted.parts.set(way.id, way);
      if (isCoast) wanted.coast.push(way);
      if (kind !== null || isCoast || members.has(way.id)) for (const id of way.nodes) needed.add(id);
    },
  });
  readOsm(file, {
    node(id, lon, lat, tags) {
      if (needed.has(id)) wanted.nodes.set(id, [lon, lat]);
      const kind = tags === null ? null : kindOfNode(tags);
      if (kind !== null && tags !== null) wanted.points.push({ kind, tags, at: [lon, lat] });
    },
  });
  return { ...wanted, box };
}

const feature = (geometry: Geometry, properties: Record<string, string>): Shape => ({
  type: "Feature",
  geometry,
  properties,
});
const copy = (line: Line): [number, number][] => line.map(([lon, lat]) => [lon, lat]);

/** Lines of one kind and name become one shape: smaller, and names find room along it. */
class LineGroups {
  private readonly groups = new Map<
    string,
    { kind: Kind; properties: Record<string, string>; lines: Line[] }
  >();

  add(kind: Kind, properties: Record<string, string>, line: Line): void {
    const key = `${kind.layer} ${kind.minZoom} ${JSON.stringify(properties)}`;
    const group = this.groups.get(key) ?? { kind, properties, lines: [] };
    group.lines.push(line);
    this.groups.set(key, group);
  }

  *shapes(): Generator<{ kind: Kind; shape: Shape }> {
    for (const { kind, properties, lines } of this.groups.values()) {
      const coordinates = joinLines(lines, true).map(copy);
      yield { kind, shape: feature({ type: "MultiLineString", coordinates }, properties) };
    }
  }
}

/**
 * Shapes of a map file.
 *
 * @param box the area to draw; absent: what the file says it holds
 * @throws MapFileBroken, MapWithoutBounds
 */
export function shapesOf(file: string, given?: Box): Shapes {
  const { box, relations, ways, parts, coast, nodes, points } = readWanted(file, given);
  const layers = new Map<LayerName, { minZoom: number; shape: Shape }[]>();
  const put = ({ layer, minZoom }: Pick<Kind, "layer" | "minZoom">, shape: Shape): void => {
    const list = layers.get(layer) ?? [];
    list.push({ minZoom, shape });
    layers.set(layer, list);
  };
  // Extracts leave out nodes beyond their edge.
  const lineOf = ({ nodes: ids }: OsmWay): Line =>
    ids.flatMap((id) => [nodes.get(id) ?? []] as Point[]).filter(({ length }) => length === 2);

  const sea = seaWithin(coast.map(lineOf), box);
  for (const ring of sea.water)
    put(
      { layer: "sea", minZoom: 0 },
      feature({ type: "Polygon", coordinates: [copy(ring)] }, { kind: "sea" }),
    );
  for (const ring of sea.islands)
    put(
      { layer: "island", minZoom: 0 },
      feature({ type: "Polygon", coordinates: [copy(ring)] }, { kind: "island" }),
    );

  const groups = new LineGroups();
  for (const { way, kind } of ways) {
    const line = lineOf(way);
    if (line.length < 2) continue;
    const properties = propertiesOf(kind, way.tags);
    if (kind.shape === "line") groups.add(kind, properties, line);
    else if (isRing(line)) put(kind, feature({ type: "Polygon", coordinates: [copy(line)] }, properties));
  }
  for (const { kind, shape } of groups.shapes()) put(kind, shape);
  for (const { relation, kind } of relations) {
    const linesFor = (inner: boolean): Line[] =>
      relation.ways.flatMap(({ id, role }) => {
        const way = parts.get(id);
        return way === undefined || (role === "inner") !== inner ? [] : [lineOf(way)];
      });
    const coordinates = polygonsOf(linesFor(false), linesFor(true)).map((rings) => rings.map(copy));
    if (coordinates.length > 0)
      put(kind, feature({ type: "MultiPolygon", coordinates }, propertiesOf(kind, relation.tags)));
  }
  for (const { kind, tags, at } of points)
    put(kind, feature({ type: "Point", coordinates: [at[0], at[1]] }, propertiesOf(kind, tags)));
  return { box, layers, brokenCoast: sea.broken };
}
