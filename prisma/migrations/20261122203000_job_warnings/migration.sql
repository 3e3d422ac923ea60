-- What a job says of its input that did not keep it from planning, as a JSON array of faults.
ALTER TABLE "planning_jobs" ADD COLUMN "warnings" TEXT NOT NULL DEFAULT '[]';
