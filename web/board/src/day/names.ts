/** How things of the open day are called on the screen. */
import { computed } from "@preact/signals";
import { inLanguage, language } from "../../../shared/i18n/index.js";
import { typeLooks, type TypeLook } from "../../../shared/visitTypes.js";
import type { Visit } from "../../../../src/contracts/index.js";
import type { Names } from "../words/violations.js";
import { clientNames } from "../standingNames.js";
import { model, timeZone, visitTypes } from "./state.js";

const looks = computed<ReadonlyMap<string, TypeLook>>(() => typeLooks(visitTypes.value, language.value));

const OTHER: TypeLook = { token: "other-4", letter: "?" };

export const lookOf = (typeId: string): TypeLook => looks.value.get(typeId) ?? OTHER;

export const typeName = (typeId: string): string =>
  inLanguage(visitTypes.value.find(({ id }) => id === typeId)?.name, typeId);

export const clientName = (clientId: string): string => clientNames.value.get(clientId) ?? clientId;

/** What a visit is called: its client. */
export const visitName = (visit: Visit): string => clientName(visit.clientId);

export function visitNameOf(visitId: string): string {
  const visit = model.value?.visits.get(visitId);
  return visit === undefined ? visitId : visitName(visit);
}

export const nurseName = (nurseId: string): string =>
  model.value?.problem.nurses.find(({ id }) => id === nurseId)?.name ?? nurseId;

export function shiftNurse(shiftId: string): string {
  return model.value?.rows.find((row) => row.shiftId === shiftId)?.name ?? shiftId;
}

export const names: Names = {
  get timeZone() {
    return timeZone.value;
  },
  visitOf: visitNameOf,
  nurseOf: (shiftId, nurseId) =>
    shiftId !== undefined ? shiftNurse(shiftId) : nurseId !== undefined ? nurseName(nurseId) : "",
};

export const providerName = (providerId: string): string =>
  model.value?.problem.providers?.find(({ id }) => id === providerId)?.name ?? providerId;
