/** Alarms from outside: an urgent visit in the day as it runs. */
export * from "./alarmDay.js";
export * from "./alarmSubject.js";
export * from "./ports.js";
