/** Secrets that are handed out once and kept as digests only. */
import { createHash, randomBytes } from "node:crypto";

/** 256 random bits, safe in addresses and cookies. */
export function newSecret(): string {
  return randomBytes(32).toString("base64url");
}

/** Lower-case hex SHA-256. Enough without salt: the secret is random. */
export function digestOf(secret: string): string {
  return createHash("sha256").update(secret).digest("hex");
}
