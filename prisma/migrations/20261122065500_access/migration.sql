-- Who may sign in.
CREATE TABLE "users" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "userName" TEXT NOT NULL,
    "role" TEXT NOT NULL,
    "nurseId" TEXT,
    "areas" TEXT,
    "active" BOOLEAN NOT NULL DEFAULT true,
    "passwordHash" TEXT,
    "createdAt" DATETIME NOT NULL
);
CREATE UNIQUE INDEX "users_userName_key" ON "users"("userName");

CREATE TABLE "sessions" (
    "digest" TEXT NOT NULL PRIMARY KEY,
    "userId" TEXT NOT NULL,
    "createdAt" DATETIME NOT NULL,
    "seenAt" DATETIME NOT NULL,
    CONSTRAINT "sessions_userId_fkey" FOREIGN KEY ("userId") REFERENCES "users" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);
CREATE INDEX "sessions_userId_idx" ON "sessions"("userId");

CREATE TABLE "invitations" (
    "digest" TEXT NOT NULL PRIMARY KEY,
    "userId" TEXT NOT NULL,
    "expiresAt" DATETIME NOT NULL,
    "usedAt" DATETIME,
    CONSTRAINT "invitations_userId_fkey" FOREIGN KEY ("userId") REFERENCES "users" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);
CREATE INDEX "invitations_userId_idx" ON "invitations"("userId");

CREATE TABLE "api_tokens" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "digest" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "role" TEXT NOT NULL,
    "areas" TEXT,
    "scopes" TEXT NOT NULL,
    "createdBy" TEXT NOT NULL,
    "createdAt" DATETIME NOT NULL,
    "expiresAt" DATETIME,
    "revokedAt" DATETIME
);
CREATE UNIQUE INDEX "api_tokens_digest_key" ON "api_tokens"("digest");

-- What was read and changed, by whom and why.
CREATE TABLE "audit_entries" (
    "sequence" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "at" DATETIME NOT NULL,
    "userId" TEXT NOT NULL,
    "role" TEXT NOT NULL,
    "action" TEXT NOT NULL,
    "route" TEXT NOT NULL,
    "status" INTEGER NOT NULL,
    "requestId" TEXT NOT NULL,
    "reason" TEXT
);
CREATE INDEX "audit_entries_at_idx" ON "audit_entries"("at");
CREATE INDEX "audit_entries_userId_idx" ON "audit_entries"("userId");

CREATE TABLE "audit_subjects" (
    "entry" INTEGER NOT NULL,
    "kind" TEXT NOT NULL,
    "id" TEXT NOT NULL,

    PRIMARY KEY ("entry", "kind", "id"),
    CONSTRAINT "audit_subjects_entry_fkey" FOREIGN KEY ("entry") REFERENCES "audit_entries" ("sequence") ON DELETE RESTRICT ON UPDATE CASCADE
);
CREATE INDEX "audit_subjects_kind_id_idx" ON "audit_subjects"("kind", "id");

CREATE TRIGGER "audit_entries_immutable" BEFORE UPDATE ON "audit_entries"
BEGIN SELECT RAISE(ABORT, 'the audit log is never changed'); END;
CREATE TRIGGER "audit_entries_kept" BEFORE DELETE ON "audit_entries"
BEGIN SELECT RAISE(ABORT, 'nothing is taken out of the audit log'); END;
CREATE TRIGGER "audit_subjects_immutable" BEFORE UPDATE ON "audit_subjects"
BEGIN SELECT RAISE(ABORT, 'the audit log is never changed'); END;
CREATE TRIGGER "audit_subjects_kept" BEFORE DELETE ON "audit_subjects"
BEGIN SELECT RAISE(ABORT, 'nothing is taken out of the audit log'); END;
-- INSERT OR REPLACE takes the old row away without firing the triggers above.
CREATE TRIGGER "audit_entries_not_replaced" BEFORE INSERT ON "audit_entries"
WHEN EXISTS (SELECT 1 FROM "audit_entries" WHERE "sequence" = NEW."sequence")
BEGIN SELECT RAISE(ABORT, 'the audit log is never changed'); END;
