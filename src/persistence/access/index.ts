import type { AccountStores } from "../../planning/access/ports.js";
import type { PrismaClient } from "../generated/client.js";
import { areaReader } from "./areas.js";
import { auditStore } from "./audit.js";
import { invitationStore, sessionStore } from "./sessions.js";
import { tokenStore } from "./tokens.js";
import { userStore } from "./users.js";

export function accountStores(prisma: PrismaClient): AccountStores {
  return {
    users: userStore(prisma),
    invitations: invitationStore(prisma),
    sessions: sessionStore(prisma),
    tokens: tokenStore(prisma),
    areas: areaReader(prisma),
    audit: auditStore(prisma),
  };
}
