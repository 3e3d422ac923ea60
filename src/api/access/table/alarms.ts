/** Alarms from outside, sent by integrations. */
import { row } from "../rows.js";

export const ALARM_ROWS = [
  row("POST /alarms", { allowed: ["coordinator"], personal: true, areas: "handler", changes: "draft" }),
];
