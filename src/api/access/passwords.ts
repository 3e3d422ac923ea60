/** Passwords, kept as argon2id with the library's defaults (19 MiB, 2 passes; OWASP's first choice). */
import { hash, verify } from "@node-rs/argon2";
import { newSecret } from "./secrets.js";

export function hashPassword(password: string): Promise<string> {
  return hash(password.normalize("NFKC"));
}

/** Of no password that anybody knows; an unknown name takes as long as a known one. */
let nobodys: Promise<string> | undefined;

/** @param stored null: the account has no password, or there is no such account */
export async function isPassword(stored: string | null, password: string): Promise<boolean> {
  nobodys ??= hashPassword(newSecret());
  const matches = await verify(stored ?? (await nobodys), password.normalize("NFKC"));
  return stored !== null && matches;
}
