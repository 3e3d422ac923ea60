-- How far a plan can be from the best one.
CREATE TABLE "plan_bounds" (
    "planId" TEXT NOT NULL PRIMARY KEY,
    "document" TEXT NOT NULL,
    "method" TEXT NOT NULL,
    "createdAt" DATETIME NOT NULL,
    CONSTRAINT "plan_bounds_planId_fkey" FOREIGN KEY ("planId") REFERENCES "plan_versions" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);
