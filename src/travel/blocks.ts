/** Cutting the missing pairs of a table into requests that a server's limit allows. */

/** One request: every pair from a source to a destination. Indices of points, ascending, each list without repeats. */
export interface Block {
  readonly sources: readonly number[];
  readonly destinations: readonly number[];
}

/** Known pairs that a block may ask again, as a part of its missing ones: fewer requests for a patchy cache. */
const WASTE = 0.1;

interface Group {
  readonly rows: number[];
  readonly columns: Set<number>;
  missing: number;
}

interface Row {
  readonly row: number;
  /** Ascending, without the row itself. */
  readonly columns: readonly number[];
}

/**
 * Blocks that together hold every pair for which `known` is false, each with at most `limit`
 * different points (limit at least 2). The diagonal need not be known. After one day with all
 * pairs known, k new points give blocks of exactly the new pairs: new x all and old x new.
 */
export function missingBlocks(
  size: number,
  known: (from: number, to: number) => boolean,
  limit: number,
): Block[] {
  if (limit < 2) throw new RangeError(`a table needs room for 2 points, got ${limit}`);
  const rows: Row[] = [];
  for (let row = 0; row < size; row++) {
    const columns: number[] = [];
    for (let column = 0; column < size; column++) {
      if (column !== row && !known(row, column)) columns.push(column);
    }
    if (columns.length > 0) rows.push({ row, columns });
  }
  // Rows that miss the same columns come to stand beside each other, the widest first.
  rows.sort((a, b) => b.columns.length - a.columns.length || compare(a.columns, b.columns) || a.row - b.row);
  return grouped(rows).flatMap((group) => cut(group, limit));
}

function grouped(rows: readonly Row[]): Group[] {
  const groups: Group[] = [];
  for (const { row, columns } of rows) {
    const group = groups.at(-1);
    const missing = (group?.missing ?? 0) + columns.length;
    if (group && waste(group, row, columns) <= missing * WASTE) {
      group.rows.push(row);
      for (const column of columns) group.columns.add(column);
      group.missing = missing;
    } else {
      groups.push({ rows: [row], columns: new Set(columns), missing: columns.length });
    }
  }
  return groups;
}

/** Known pairs that the group would ask again with this row: all its cells less the missing ones and the diagonal. */
function waste(group: Group, row: number, columns: readonly number[]): number {
  const fresh = new Set(columns.filter((column) => !group.columns.has(column)));
  const inColumns = (point: number): boolean => group.columns.has(point) || fresh.has(point);
  let diagonal = inColumns(row) ? 1 : 0;
  for (const other of group.rows) if (inColumns(other)) diagonal++;
  const cells = (group.rows.length + 1) * (group.columns.size + fresh.size);
  return cells - diagonal - group.missing - columns.length;
}

function compare(a: readonly number[], b: readonly number[]): number {
  for (let i = 0; i < a.length && i < b.length; i++) if (a[i] !== b[i]) return a[i] - b[i];
  return a.length - b.length;
}

function cut(group: Group, limit: number): Block[] {
  const sources = group.rows.toSorted((a, b) => a - b);
  const destinations = [...group.columns].toSorted((a, b) => a - b);
  const all = new Set([...sources, ...destinations]);
  if (all.size <= limit) return [{ sources, destinations }];
  // The shorter side keeps up to half of the room, the longer one gets the rest.
  const half = Math.floor(limit / 2);
  const rows = sources.length <= half ? sources.length : Math.max(half, limit - destinations.length);
  const blocks: Block[] = [];
  for (const some of chunks(sources, rows)) {
    for (const others of chunks(destinations, limit - rows)) {
      // A point against itself alone holds no pair, and a server refuses a table of one coordinate.
      if (some.length > 1 || others.length > 1 || some[0] !== others[0])
        blocks.push({ sources: some, destinations: others });
    }
  }
  return blocks;
}

function chunks(list: readonly number[], size: number): number[][] {
  const parts: number[][] = [];
  for (let i = 0; i < list.length; i += size) parts.push(list.slice(i, i + size));
  return parts;
}
