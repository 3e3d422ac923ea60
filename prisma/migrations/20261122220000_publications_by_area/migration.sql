-- Versions of areas planned apart hold on a date beside each other.

-- JSON array of the areas of the version's clients; NULL: some client has none, so that it is of everybody.
ALTER TABLE "publications" ADD COLUMN "areas" TEXT;

-- Of two publications that name a date and share an area the later one takes the other's place.
CREATE VIEW "publication_rivals" AS
SELECT d."date", d."publication" AS "earlier", x."publication" AS "later"
FROM "publication_dates" d
JOIN "publication_dates" x ON x."date" = d."date" AND x."publication" > d."publication"
JOIN "publications" b ON b."sequence" = d."publication"
JOIN "publications" y ON y."sequence" = x."publication"
WHERE b."areas" IS NULL OR y."areas" IS NULL OR EXISTS (
  SELECT 1 FROM json_each(b."areas") one JOIN json_each(y."areas") other ON one."value" = other."value");

-- What holds on each date.
CREATE VIEW "holding_publications" AS
SELECT d."date", d."publication", b."planId"
FROM "publication_dates" d
JOIN "publications" b ON b."sequence" = d."publication"
WHERE NOT EXISTS (
  SELECT 1 FROM "publication_rivals" r WHERE r."date" = d."date" AND r."earlier" = d."publication");
