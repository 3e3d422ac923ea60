-- What is known of a version that a person made: by hand or as a re-plan.
CREATE TABLE "version_facts" (
    "planId" TEXT NOT NULL PRIMARY KEY,
    "kind" TEXT NOT NULL,
    "author" TEXT NOT NULL,
    "reason" TEXT NOT NULL,
    "changes" TEXT NOT NULL,
    "pins" TEXT NOT NULL DEFAULT '{}',
    "weights" TEXT NOT NULL,
    "policy" TEXT,
    "seed" INTEGER,
    "engineVersion" TEXT NOT NULL,
    CONSTRAINT "version_facts_planId_fkey" FOREIGN KEY ("planId") REFERENCES "plan_versions" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- Which version of a day holds: the youngest publication that names the date.
CREATE TABLE "publications" (
    "sequence" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "planId" TEXT NOT NULL,
    "author" TEXT NOT NULL,
    "reason" TEXT NOT NULL,
    "acknowledged" TEXT NOT NULL,
    "publishedAt" DATETIME NOT NULL,
    CONSTRAINT "publications_planId_fkey" FOREIGN KEY ("planId") REFERENCES "plan_versions" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

CREATE TABLE "publication_dates" (
    "date" TEXT NOT NULL,
    "publication" INTEGER NOT NULL,

    PRIMARY KEY ("date", "publication"),
    CONSTRAINT "publication_dates_publication_fkey" FOREIGN KEY ("publication") REFERENCES "publications" ("sequence") ON DELETE RESTRICT ON UPDATE CASCADE
);

CREATE INDEX "publications_planId_idx" ON "publications"("planId");
CREATE INDEX "plan_versions_parentId_idx" ON "plan_versions"("parentId");

CREATE TRIGGER "version_facts_immutable" BEFORE UPDATE ON "version_facts"
BEGIN SELECT RAISE(ABORT, 'the facts of a version are never changed'); END;
CREATE TRIGGER "publications_immutable" BEFORE UPDATE ON "publications"
BEGIN SELECT RAISE(ABORT, 'a publication is never changed'); END;
CREATE TRIGGER "publications_kept" BEFORE DELETE ON "publications"
BEGIN SELECT RAISE(ABORT, 'a publication is never taken away'); END;
CREATE TRIGGER "publication_dates_immutable" BEFORE UPDATE ON "publication_dates"
BEGIN SELECT RAISE(ABORT, 'a publication is never changed'); END;
