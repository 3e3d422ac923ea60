-- What the office keeps itself. The tables clients, nurses and visit_types hold what imported problems bring.
CREATE TABLE "standing_records" (
    "kind" TEXT NOT NULL,
    "id" TEXT NOT NULL,
    "version" TEXT NOT NULL,
    "revision" INTEGER NOT NULL,
    "document" TEXT NOT NULL,
    "firstDate" TEXT,
    "lastDate" TEXT,
    "changedAt" DATETIME NOT NULL,

    PRIMARY KEY ("kind", "id", "version")
);

CREATE TABLE "standing_references" (
    "kind" TEXT NOT NULL,
    "id" TEXT NOT NULL,
    "version" TEXT NOT NULL,
    "key" TEXT NOT NULL,
    "toKind" TEXT NOT NULL,
    "toId" TEXT NOT NULL,

    PRIMARY KEY ("kind", "id", "version", "key"),
    CONSTRAINT "standing_references_kind_id_version_fkey" FOREIGN KEY ("kind", "id", "version") REFERENCES "standing_records" ("kind", "id", "version") ON DELETE CASCADE ON UPDATE CASCADE
);

CREATE TABLE "standing_changes" (
    "sequence" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "kind" TEXT NOT NULL,
    "id" TEXT NOT NULL,
    "version" TEXT NOT NULL,
    "revision" INTEGER NOT NULL,
    "document" TEXT,
    "removed" BOOLEAN NOT NULL,
    "author" TEXT NOT NULL,
    "changedAt" DATETIME NOT NULL
);

CREATE INDEX "standing_records_kind_firstDate_idx" ON "standing_records"("kind", "firstDate");
CREATE INDEX "standing_references_toKind_toId_idx" ON "standing_references"("toKind", "toId");
CREATE INDEX "standing_changes_kind_id_idx" ON "standing_changes"("kind", "id");

CREATE TRIGGER "standing_changes_immutable" BEFORE UPDATE ON "standing_changes"
BEGIN SELECT RAISE(ABORT, 'the history of standing data is never changed'); END;
CREATE TRIGGER "standing_changes_kept" BEFORE DELETE ON "standing_changes"
BEGIN SELECT RAISE(ABORT, 'the history of standing data is never taken away'); END;
