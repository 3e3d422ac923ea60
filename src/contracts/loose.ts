/**
 * A document of which some values are faulty. The cross-checks work on what is left, so that
 * one mistyped minute does not hide an unknown nurse elsewhere.
 */
import type { Path } from "./fault.js";

/** A document in which any value may be gone. Matrices keep their type: they are checked as wholes. */
export type Loose<T> = T extends string | number | boolean | null
  ? T
  : T extends (infer E)[]
    ? (Loose<E> | undefined)[]
    : { [K in keyof T]?: Loose<T[K]> | undefined };

type Node = Record<string | number, unknown>;

/**
 * The document with the values at `paths` replaced by undefined. What lies on the way is
 * copied, all else is shared; the document itself is not changed.
 */
export function without(document: unknown, paths: readonly Path[]): unknown {
  const root: Node = { document };
  const copies = new Set<unknown>([root]);
  for (const path of paths) {
    const steps = ["document", ...path];
    const last = steps.pop()!;
    let node: Node | null = root;
    for (const step of steps) {
      const child: unknown = node[step];
      if (typeof child !== "object" || child === null) {
        node = null;
        break;
      }
      let copy: unknown = child;
      if (!copies.has(child)) {
        copy = Array.isArray(child) ? [...child] : { ...child };
        copies.add(copy);
        node[step] = copy;
      }
      node = copy as Node;
    }
    if (node !== null) node[last] = undefined;
  }
  return root["document"];
}
