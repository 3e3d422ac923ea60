import type { DocumentBytes } from "../planning/ports.js";
import type { Prisma } from "./generated/client.js";

/** Keeps a problem document, once however often it comes. */
export async function putDocument(tx: Prisma.TransactionClient, document: DocumentBytes): Promise<void> {
  const { digest, size } = document;
  if ((await tx.problemDocument.count({ where: { digest } })) > 0) return;
  // The generated type wants a plain ArrayBuffer behind the bytes.
  await tx.problemDocument.create({ data: { digest, size, gzip: new Uint8Array(document.gzip) } });
}
