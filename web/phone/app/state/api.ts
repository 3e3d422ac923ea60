/** What the phone asks of the server. */
import type { IdentityView } from "../../../../src/contracts/index.js";
import type { AccessNote, NurseDay, NurseNotes, NurseShifts } from "../../../../src/contracts/nurseDay.js";
import { type RequestOptions, send as sendShared } from "../../../shared/request.js";
import { RequestFailed } from "../../../shared/problem.js";
import { type ClockFacts, setClock } from "../../core/index.js";

/** A page of another site cannot send this header; the server asks for it with every change. */
const OWN_PAGE = { "x-requested-by": "kotikierros-phone" };

/** What the server last said of the time; null: nothing yet. */
export const heardClock: { value: ClockFacts | null } = { value: null };

function ask(path: string, options: RequestOptions = {}): Promise<Response> {
  return sendShared(path, { ...options, headers: { ...OWN_PAGE, ...options.headers } });
}

export async function askJson<T>(path: string, options: RequestOptions = {}): Promise<T> {
  return (await (await ask(path, options)).json()) as T;
}

const statusOf = (error: unknown): number | null =>
  error instanceof RequestFailed ? error.details.status : null;

/** Nothing reached the server, or nobody there could answer. */
export const isUnreachable = (error: unknown): boolean => {
  const status = statusOf(error);
  return status !== null && (status === 0 || status === 429 || status >= 500);
};
export const isSignedOut = (error: unknown): boolean => statusOf(error) === 401;
const isCode = (error: unknown, code: string): boolean =>
  error instanceof RequestFailed && error.code === code;

export type Me =
  | { readonly kind: "signed-in"; readonly identity: IdentityView }
  | { readonly kind: "nobody" };

export async function fetchMe(): Promise<Me> {
  try {
    return { kind: "signed-in", identity: await askJson<IdentityView>("/me") };
  } catch (error) {
    if (isSignedOut(error)) return { kind: "nobody" };
    throw error;
  }
}

export function signIn(userName: string, password: string): Promise<IdentityView> {
  return askJson<IdentityView>("/sign-in", { method: "POST", body: { userName, password } });
}

export async function signOut(): Promise<void> {
  await ask("/sign-out", { method: "POST" });
}

const nursePath = (nurseId: string): string => `/nurses/${encodeURIComponent(nurseId)}`;

export type FetchedDay =
  | { readonly kind: "same" }
  /** `day` null: no plan covers the date. */
  | { readonly kind: "day"; readonly day: NurseDay | null; readonly etag: string | null };

export async function fetchDay(nurseId: string, date: string, etag: string | null): Promise<FetchedDay> {
  try {
    const response = await ask(
      `${nursePath(nurseId)}/visits?date=${date}`,
      etag === null ? {} : { headers: { "if-none-match": etag } },
    );
    return { kind: "day", day: (await response.json()) as NurseDay, etag: response.headers.get("etag") };
  } catch (error) {
    if (statusOf(error) === 304) return { kind: "same" };
    if (isCode(error, "day-unplanned")) return { kind: "day", day: null, etag: null };
    throw error;
  }
}

/** Empty where no plan covers the date. */
export async function fetchNotes(nurseId: string, date: string): Promise<readonly AccessNote[]> {
  try {
    return (await askJson<NurseNotes>(`${nursePath(nurseId)}/notes?date=${date}`)).notes;
  } catch (error) {
    if (isCode(error, "day-unplanned")) return [];
    throw error;
  }
}

/** Also sets the clock. */
export async function fetchShifts(nurseId: string, from: string, to: string): Promise<NurseShifts> {
  const shifts = await askJson<NurseShifts>(`${nursePath(nurseId)}/shifts?from=${from}&to=${to}`);
  heardClock.value = setClock(Date.now(), Date.parse(shifts.now));
  return shifts;
}

export const isUnknownNurse = (error: unknown): boolean => isCode(error, "nurse-unknown");
/** The server is of a version, or set up in a way, that lacks the route. */
export const isUnknownRoute = (error: unknown): boolean => isCode(error, "route-unknown");
