/** Without sign-in: how to sign in, what the API is, and the screens' own files. No persons. */
import { publicRow } from "../rows.js";

export const PUBLIC_ROWS = [
  publicRow("GET /health"),
  publicRow("GET /errors/:code"),
  publicRow("GET /openapi.json"),
  publicRow("GET /docs"),
  publicRow("GET /docs/*"),
  // The built screens: files that hold no data.
  publicRow("GET /"),
  publicRow("GET /board"),
  publicRow("GET /board/*"),
  publicRow("GET /phone"),
  publicRow("GET /phone/*"),
  publicRow("GET /manifest.webmanifest"),
  publicRow("POST /sign-in", { secret: true }),
  publicRow("GET /welcome"),
  publicRow("GET /welcome/*"),
  publicRow("POST /invitations/accept", { secret: true }),
  // The address itself is the secret.
  publicRow("GET /calendar/:file"),
];
