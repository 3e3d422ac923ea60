-- Standing data.
CREATE TABLE "clients" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "placeId" TEXT NOT NULL,
    "lat" REAL NOT NULL,
    "lon" REAL NOT NULL,
    "areaId" TEXT,
    "languages" TEXT NOT NULL DEFAULT '[]',
    "familiarNurseIds" TEXT NOT NULL DEFAULT '[]',
    "refusedNurseIds" TEXT NOT NULL DEFAULT '[]',
    "updatedAt" DATETIME NOT NULL
);

CREATE TABLE "nurses" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "name" TEXT,
    "skills" TEXT NOT NULL DEFAULT '[]',
    "languages" TEXT NOT NULL DEFAULT '[]',
    "areaIds" TEXT,
    "updatedAt" DATETIME NOT NULL
);

CREATE TABLE "visit_types" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "name" TEXT,
    "requires" TEXT NOT NULL DEFAULT '[]',
    "requiresAnyOf" TEXT NOT NULL DEFAULT '[]',
    "updatedAt" DATETIME NOT NULL
);

-- Problems as imported.
CREATE TABLE "problem_documents" (
    "digest" TEXT NOT NULL PRIMARY KEY,
    "gzip" BLOB NOT NULL,
    "size" INTEGER NOT NULL
);

CREATE TABLE "problems" (
    "sequence" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "id" TEXT NOT NULL,
    "documentDigest" TEXT NOT NULL,
    "timeZone" TEXT NOT NULL,
    "firstDate" TEXT NOT NULL,
    "lastDate" TEXT NOT NULL,
    "visitCount" INTEGER NOT NULL,
    "clientCount" INTEGER NOT NULL,
    "nurseCount" INTEGER NOT NULL,
    "shiftCount" INTEGER NOT NULL,
    "lacksTravel" BOOLEAN NOT NULL,
    "createdAt" DATETIME NOT NULL,
    CONSTRAINT "problems_documentDigest_fkey" FOREIGN KEY ("documentDigest") REFERENCES "problem_documents" ("digest") ON DELETE RESTRICT ON UPDATE CASCADE
);

CREATE TABLE "shifts" (
    "problemId" TEXT NOT NULL,
    "id" TEXT NOT NULL,
    "nurseId" TEXT NOT NULL,
    "startsAt" DATETIME NOT NULL,
    "endsAt" DATETIME NOT NULL,
    "firstDate" TEXT NOT NULL,
    "lastDate" TEXT NOT NULL,
    "mode" TEXT NOT NULL,
    "startPlaceId" TEXT NOT NULL,
    "endPlaceId" TEXT NOT NULL,

    PRIMARY KEY ("problemId", "id"),
    CONSTRAINT "shifts_problemId_fkey" FOREIGN KEY ("problemId") REFERENCES "problems" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

CREATE TABLE "visits" (
    "problemId" TEXT NOT NULL,
    "id" TEXT NOT NULL,
    "clientId" TEXT NOT NULL,
    "typeId" TEXT NOT NULL,
    "placeId" TEXT NOT NULL,
    "placeName" TEXT,
    "lat" REAL NOT NULL,
    "lon" REAL NOT NULL,
    "minutes" INTEGER NOT NULL,
    "crewSize" INTEGER NOT NULL,
    "remote" BOOLEAN NOT NULL,

    PRIMARY KEY ("problemId", "id"),
    CONSTRAINT "visits_problemId_fkey" FOREIGN KEY ("problemId") REFERENCES "problems" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- Planning.
CREATE TABLE "planning_jobs" (
    "sequence" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "id" TEXT NOT NULL,
    "problemId" TEXT NOT NULL,
    "state" TEXT NOT NULL,
    "options" TEXT NOT NULL,
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "cancelRequested" BOOLEAN NOT NULL DEFAULT false,
    "progress" TEXT,
    "error" TEXT,
    "createdAt" DATETIME NOT NULL,
    "startedAt" DATETIME,
    "finishedAt" DATETIME,
    CONSTRAINT "planning_jobs_problemId_fkey" FOREIGN KEY ("problemId") REFERENCES "problems" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

CREATE TABLE "plan_versions" (
    "sequence" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "id" TEXT NOT NULL,
    "problemId" TEXT NOT NULL,
    "documentDigest" TEXT NOT NULL,
    "jobId" TEXT,
    "parentId" TEXT,
    "document" TEXT NOT NULL,
    "digest" TEXT NOT NULL,
    "firstDate" TEXT NOT NULL,
    "lastDate" TEXT NOT NULL,
    "createdAt" DATETIME NOT NULL,
    CONSTRAINT "plan_versions_problemId_fkey" FOREIGN KEY ("problemId") REFERENCES "problems" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "plan_versions_documentDigest_fkey" FOREIGN KEY ("documentDigest") REFERENCES "problem_documents" ("digest") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "plan_versions_jobId_fkey" FOREIGN KEY ("jobId") REFERENCES "planning_jobs" ("id") ON DELETE SET NULL ON UPDATE CASCADE,
    CONSTRAINT "plan_versions_parentId_fkey" FOREIGN KEY ("parentId") REFERENCES "plan_versions" ("id") ON DELETE SET NULL ON UPDATE CASCADE
);

CREATE TABLE "verdicts" (
    "planId" TEXT NOT NULL PRIMARY KEY,
    "valid" BOOLEAN NOT NULL,
    "cost" BIGINT NOT NULL,
    "unserved" INTEGER NOT NULL,
    "document" TEXT NOT NULL,
    CONSTRAINT "verdicts_planId_fkey" FOREIGN KEY ("planId") REFERENCES "plan_versions" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

CREATE TABLE "plan_rounds" (
    "planId" TEXT NOT NULL,
    "shiftId" TEXT NOT NULL,
    "nurseId" TEXT NOT NULL,
    "departure" DATETIME NOT NULL,
    "returnedAt" DATETIME NOT NULL,

    PRIMARY KEY ("planId", "shiftId"),
    CONSTRAINT "plan_rounds_planId_fkey" FOREIGN KEY ("planId") REFERENCES "plan_versions" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

CREATE TABLE "plan_stops" (
    "planId" TEXT NOT NULL,
    "shiftId" TEXT NOT NULL,
    "position" INTEGER NOT NULL,
    "kind" TEXT NOT NULL,
    "visitId" TEXT,
    "breakId" TEXT,
    "arrival" DATETIME,
    "start" DATETIME NOT NULL,
    "end" DATETIME NOT NULL,
    "date" TEXT NOT NULL,

    PRIMARY KEY ("planId", "shiftId", "position"),
    CONSTRAINT "plan_stops_planId_shiftId_fkey" FOREIGN KEY ("planId", "shiftId") REFERENCES "plan_rounds" ("planId", "shiftId") ON DELETE CASCADE ON UPDATE CASCADE
);

-- Travel times that were asked once.
CREATE TABLE "travel_pairs" (
    "mode" TEXT NOT NULL,
    "mapVersion" TEXT NOT NULL,
    "from" TEXT NOT NULL,
    "to" TEXT NOT NULL,
    "seconds" INTEGER,
    "metres" INTEGER,

    PRIMARY KEY ("mode", "mapVersion", "from", "to")
);

CREATE TABLE "travel_snaps" (
    "mode" TEXT NOT NULL,
    "mapVersion" TEXT NOT NULL,
    "point" TEXT NOT NULL,
    "metres" INTEGER NOT NULL,

    PRIMARY KEY ("mode", "mapVersion", "point")
);

-- Answered POSTs.
CREATE TABLE "idempotency_records" (
    "key" TEXT NOT NULL PRIMARY KEY,
    "bodyDigest" TEXT NOT NULL,
    "status" INTEGER,
    "headers" TEXT,
    "body" TEXT,
    "createdAt" DATETIME NOT NULL
);

CREATE UNIQUE INDEX "problems_id_key" ON "problems"("id");
CREATE INDEX "shifts_nurseId_firstDate_idx" ON "shifts"("nurseId", "firstDate");
CREATE INDEX "visits_clientId_idx" ON "visits"("clientId");
CREATE UNIQUE INDEX "planning_jobs_id_key" ON "planning_jobs"("id");
CREATE INDEX "planning_jobs_state_sequence_idx" ON "planning_jobs"("state", "sequence");
CREATE UNIQUE INDEX "plan_versions_id_key" ON "plan_versions"("id");
CREATE UNIQUE INDEX "plan_versions_jobId_key" ON "plan_versions"("jobId");
CREATE INDEX "plan_versions_problemId_idx" ON "plan_versions"("problemId");
CREATE INDEX "plan_versions_firstDate_lastDate_idx" ON "plan_versions"("firstDate", "lastDate");
CREATE INDEX "plan_rounds_nurseId_idx" ON "plan_rounds"("nurseId");
CREATE INDEX "idempotency_records_createdAt_idx" ON "idempotency_records"("createdAt");

-- What is written once stays as it is.
CREATE TRIGGER "problem_documents_immutable" BEFORE UPDATE ON "problem_documents"
BEGIN SELECT RAISE(ABORT, 'a problem document is never changed'); END;
CREATE TRIGGER "problems_immutable" BEFORE UPDATE ON "problems"
BEGIN SELECT RAISE(ABORT, 'an imported problem is never changed'); END;
CREATE TRIGGER "plan_versions_immutable" BEFORE UPDATE ON "plan_versions"
BEGIN SELECT RAISE(ABORT, 'a plan version is never changed: store a new one'); END;
CREATE TRIGGER "verdicts_immutable" BEFORE UPDATE ON "verdicts"
BEGIN SELECT RAISE(ABORT, 'a verdict is never changed'); END;
