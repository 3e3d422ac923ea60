/** Stands alone, so that solving threads need not load the schemas. */
export const PLAN_FORMAT = "kotikierros/plan@1";
