-- Ways as lines on a map, asked once of a road server.
CREATE TABLE "travel_lines" (
    "mode" TEXT NOT NULL,
    "mapVersion" TEXT NOT NULL,
    "from" TEXT NOT NULL,
    "to" TEXT NOT NULL,
    "line" TEXT NOT NULL,
    PRIMARY KEY ("mode", "mapVersion", "from", "to")
);
