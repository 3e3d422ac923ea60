/** Calendar links of the nurse; only online, nothing of them is kept on the phone. */
import { askJson, isUnknownRoute, isUnreachable } from "./api.js";

/** A link of GET /nurses/{id}/calendar-links, as far as the phone reads it. */
export interface CalendarLink {
  readonly id: string;
  readonly createdAt: string;
  readonly revokedAt: string | null;
}

export type CalendarLinks =
  | { readonly kind: "unasked" }
  /** The server has no calendars. */
  | { readonly kind: "none" }
  | { readonly kind: "offline" }
  | { readonly kind: "links"; readonly links: readonly CalendarLink[] };

const pathOf = (nurseId: string): string => `/nurses/${encodeURIComponent(nurseId)}/calendar-links`;

/** Those that still work. */
export async function listLinks(nurseId: string): Promise<CalendarLinks> {
  try {
    const { links } = await askJson<{ links: readonly CalendarLink[] }>(pathOf(nurseId));
    return { kind: "links", links: links.filter(({ revokedAt }) => revokedAt === null) };
  } catch (error) {
    if (isUnknownRoute(error)) return { kind: "none" };
    if (isUnreachable(error)) return { kind: "offline" };
    throw error;
  }
}

/** The path of the new link, told this once; null: the server could not be reached. */
export async function makeLink(nurseId: string): Promise<string | null> {
  try {
    return (await askJson<{ path: string }>(pathOf(nurseId), { method: "POST" })).path;
  } catch (error) {
    if (isUnreachable(error)) return null;
    throw error;
  }
}

export async function revokeLink(nurseId: string, linkId: string): Promise<void> {
  try {
    await askJson(`${pathOf(nurseId)}/${encodeURIComponent(linkId)}`, { method: "DELETE" });
  } catch (error) {
    // The list that is asked for next tells that it is still there.
    if (!isUnreachable(error)) throw error;
  }
}
