-- Messages between the office and nurses; links to nurses' calendars.
CREATE TABLE "messages" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "nurseId" TEXT NOT NULL,
    "direction" TEXT NOT NULL,
    "author" TEXT NOT NULL,
    "visitId" TEXT,
    "date" TEXT,
    "text" TEXT NOT NULL,
    "sentAt" DATETIME NOT NULL,
    "readAt" DATETIME
);
CREATE INDEX "messages_nurseId_sentAt_idx" ON "messages"("nurseId", "sentAt");
CREATE INDEX "messages_sentAt_idx" ON "messages"("sentAt");

CREATE TABLE "calendar_links" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "digest" TEXT NOT NULL,
    "nurseId" TEXT NOT NULL,
    "createdAt" DATETIME NOT NULL,
    "revokedAt" DATETIME
);
CREATE UNIQUE INDEX "calendar_links_digest_key" ON "calendar_links"("digest");
CREATE INDEX "calendar_links_nurseId_idx" ON "calendar_links"("nurseId");

-- What was said stays as it was said.
CREATE TRIGGER "messages_immutable" BEFORE UPDATE OF "id", "nurseId", "direction", "author", "visitId", "date", "text", "sentAt" ON "messages"
BEGIN SELECT RAISE(ABORT, 'a message is never changed'); END;
