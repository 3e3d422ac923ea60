-- What happened on the days, as phones report it.
CREATE TABLE "actual_events" (
    "sequence" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "id" TEXT NOT NULL,
    "digest" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "date" TEXT NOT NULL,
    "nurseId" TEXT NOT NULL,
    "visitId" TEXT,
    "clientId" TEXT,
    "at" INTEGER NOT NULL,
    "sentAt" INTEGER,
    "receivedAt" INTEGER NOT NULL,
    "usedAt" INTEGER NOT NULL,
    "minutes" INTEGER,
    "flags" TEXT NOT NULL DEFAULT '[]',
    "author" TEXT
);

CREATE TABLE "actual_notes" (
    "eventId" TEXT NOT NULL PRIMARY KEY,
    "text" TEXT NOT NULL,
    CONSTRAINT "actual_notes_eventId_fkey" FOREIGN KEY ("eventId") REFERENCES "actual_events" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

CREATE UNIQUE INDEX "actual_events_id_key" ON "actual_events"("id");
CREATE INDEX "actual_events_date_idx" ON "actual_events"("date");
CREATE INDEX "actual_events_clientId_date_idx" ON "actual_events"("clientId", "date");

CREATE TRIGGER "actual_events_immutable" BEFORE UPDATE ON "actual_events"
BEGIN SELECT RAISE(ABORT, 'what happened is never changed'); END;
CREATE TRIGGER "actual_events_kept" BEFORE DELETE ON "actual_events"
BEGIN SELECT RAISE(ABORT, 'what happened is never taken away'); END;
CREATE TRIGGER "actual_notes_immutable" BEFORE UPDATE ON "actual_notes"
BEGIN SELECT RAISE(ABORT, 'a note is never changed'); END;
