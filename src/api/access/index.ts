/** Who may call what. */
export { listRoutes, routesOf, SCOPES } from "./accessTable.js";
export { noteChange } from "./announce.js";
export { maySeeNurse, maySeePlan } from "./areas.js";
export { authorOf } from "./author.js";
export { installAccess } from "./install.js";
export { noteSubjects } from "./record.js";
