-- Where a generated problem comes from: dates, areas, what was warned of, the origin of each visit.
CREATE TABLE "generations" (
    "problemId" TEXT NOT NULL PRIMARY KEY,
    "fromDate" TEXT NOT NULL,
    "toDate" TEXT NOT NULL,
    "areas" TEXT,
    "policy" TEXT,
    "warnings" TEXT NOT NULL,
    "visits" TEXT NOT NULL,
    "createdAt" DATETIME NOT NULL,
    CONSTRAINT "generations_problemId_fkey" FOREIGN KEY ("problemId") REFERENCES "problems" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

CREATE INDEX "generations_fromDate_toDate_idx" ON "generations"("fromDate", "toDate");

-- Named weights; a change makes the next version.
CREATE TABLE "policies" (
    "id" TEXT NOT NULL,
    "version" INTEGER NOT NULL,
    "name" TEXT NOT NULL,
    "description" TEXT,
    "weights" TEXT NOT NULL,
    "author" TEXT NOT NULL,
    "createdAt" DATETIME NOT NULL,

    PRIMARY KEY ("id", "version")
);

-- One day planned by several policies side by side.
CREATE TABLE "policy_comparisons" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "problemId" TEXT NOT NULL,
    "common" TEXT NOT NULL,
    "runs" TEXT NOT NULL,
    "createdAt" DATETIME NOT NULL,
    CONSTRAINT "policy_comparisons_problemId_fkey" FOREIGN KEY ("problemId") REFERENCES "problems" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

CREATE INDEX "policy_comparisons_problemId_idx" ON "policy_comparisons"("problemId");

CREATE TRIGGER "generations_immutable" BEFORE UPDATE ON "generations"
BEGIN SELECT RAISE(ABORT, 'where a problem comes from is never changed'); END;
CREATE TRIGGER "policies_immutable" BEFORE UPDATE ON "policies"
BEGIN SELECT RAISE(ABORT, 'a version of a policy is never changed'); END;
CREATE TRIGGER "policy_comparisons_immutable" BEFORE UPDATE ON "policy_comparisons"
BEGIN SELECT RAISE(ABORT, 'a comparison is never changed'); END;
