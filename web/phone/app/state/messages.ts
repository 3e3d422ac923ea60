/** Messages between the nurse and the coordinator. Hers go through the queue like everything she does. */
import { signal } from "@preact/signals";
import type { KeptMessage, PhoneDatabase } from "../../core/index.js";
import { askJson, isSignedOut, isUnknownRoute, isUnreachable } from "./api.js";
import { database, reload } from "./database.js";
import { messages } from "./signals.js";

/** A message of GET /messages, as far as the phone reads it. */
interface SentMessage {
  readonly id: string;
  readonly direction: "to-nurse" | "from-nurse";
  readonly visitId: string | null;
  readonly text: string;
  readonly sentAt: string;
  readonly readAt: string | null;
}

/** Whether the server has messages at all. */
export const messagesOpen = signal(false);

const keep = ({ id, direction, visitId, text, sentAt, readAt }: SentMessage): KeptMessage => ({
  id,
  at: sentAt,
  mine: direction === "from-nurse",
  text,
  visitId,
  read: readAt !== null,
});

export async function fetchMessages(open: PhoneDatabase, nurseId: string): Promise<void> {
  try {
    const path = `/messages?nurseId=${encodeURIComponent(nurseId)}&limit=200`;
    const { messages: sent } = await askJson<{ messages: readonly SentMessage[] }>(path);
    const transaction = open.transaction("messages", "readwrite");
    await transaction.store.clear();
    for (const message of sent) await transaction.store.put(keep(message));
    await transaction.done;
    messagesOpen.value = true;
  } catch (error) {
    if (!isUnknownRoute(error)) throw error;
    messagesOpen.value = false;
  }
}

/** She has seen them; told again another time where the server cannot be reached. */
export async function markRead(): Promise<void> {
  for (const message of messages.value.filter(({ mine, read }) => !mine && !read)) {
    try {
      await askJson(`/messages/${encodeURIComponent(message.id)}/read`, { method: "POST" });
    } catch (error) {
      if (isUnreachable(error) || isSignedOut(error)) return;
      throw error;
    }
    await (await database()).put("messages", { ...message, read: true });
  }
  await reload();
}
