/** Files of standing data: CSV as Excel has it, and JSON. */
export { type Dialect, EXCEL, PLAIN } from "./cells/cell.js";
export { type ReadFile, readCsv } from "./readCsv.js";
export { type JsonFile, readJsonList, readJsonOfAll } from "./readJson.js";
export { writeCsv } from "./writeCsv.js";
