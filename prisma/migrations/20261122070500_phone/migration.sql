-- Readings of access notes, as nurses' phones report them.
CREATE TABLE "note_readings" (
    "sequence" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "id" TEXT NOT NULL,
    "nurseId" TEXT NOT NULL,
    "visitId" TEXT NOT NULL,
    "date" TEXT NOT NULL,
    "readAt" DATETIME NOT NULL,
    "receivedAt" DATETIME NOT NULL,
    "onRound" BOOLEAN NOT NULL
);

CREATE UNIQUE INDEX "note_readings_id_key" ON "note_readings"("id");
CREATE INDEX "note_readings_visitId_idx" ON "note_readings"("visitId");
CREATE INDEX "note_readings_nurseId_date_idx" ON "note_readings"("nurseId", "date");

CREATE TRIGGER "note_readings_stay" BEFORE UPDATE ON "note_readings"
BEGIN SELECT RAISE(ABORT, 'readings of access notes are append-only'); END;
CREATE TRIGGER "note_readings_kept" BEFORE DELETE ON "note_readings"
BEGIN SELECT RAISE(ABORT, 'readings of access notes are append-only'); END;
