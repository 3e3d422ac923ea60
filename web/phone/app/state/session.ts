/** Signing in and out, and whose phone it is. */
import { bindTo, type Binding, clearAll, rightNow, UNKNOWN_CLOCK } from "../../core/index.js";
import { RequestFailed } from "../../../shared/problem.js";
import {
  askJson,
  fetchMe,
  heardClock,
  isSignedOut,
  isUnknownNurse,
  isUnreachable,
  signIn as signInAt,
  signOut as signOutAt,
} from "./api.js";
import { database, dropWhatIsOld, reload } from "./database.js";
import { contact, expired, owner, stage, today } from "./signals.js";
import { keepInStep, sync } from "./sync.js";

/** What is shown under the form. */
export type SignInFault = "refused" | "unreachable" | "unknown-nurse" | "too-many";

/** Opens the phone: what is stored shows at once, the server is asked after that. */
export async function start(): Promise<void> {
  await reload();
  await dropWhatIsOld();
  if (owner.value !== null) stage.value = { kind: "ready" };
  keepInStep();
  await meet();
}

/** Asks the server who is signed in, and takes it from there. */
async function meet(): Promise<void> {
  try {
    const me = await fetchMe();
    if (me.kind === "nobody") {
      stage.value = { kind: "sign-in", again: owner.value !== null };
      return;
    }
    if (!me.identity.signIn) {
      if (owner.value === null) stage.value = { kind: "who" };
      else await sync();
      return;
    }
    await take(me.identity.nurseId, me.identity.userName);
  } catch (error) {
    if (!isUnreachable(error)) throw error;
    contact.value = "offline";
    if (owner.value === null) stage.value = { kind: "sign-in", again: false };
  }
}

async function take(nurseId: string | null, name: string | null, discard = false): Promise<void> {
  if (nurseId === null) {
    stage.value = { kind: "not-a-nurse" };
    return;
  }
  const now = rightNow(Date.now(), heardClock.value ?? UNKNOWN_CLOCK);
  const binding: Binding = await bindTo(await database(), { nurseId, name }, now, discard);
  await reload();
  if (binding.kind === "unsent") {
    stage.value = { kind: "unsent", next: nurseId, count: binding.count };
    return;
  }
  stage.value = { kind: "ready" };
  await sync();
  // What is personal should not be dropped by the browser when space runs short before it is sent.
  await navigator.storage?.persist?.();
}

function faultOf(error: unknown): SignInFault {
  if (isSignedOut(error)) return "refused";
  if (error instanceof RequestFailed && error.details.status === 429) return "too-many";
  if (isUnreachable(error)) return "unreachable";
  throw error;
}

/** Null: it worked. */
export async function signIn(userName: string, password: string): Promise<SignInFault | null> {
  try {
    const identity = await signInAt(userName, password);
    await take(identity.nurseId, identity.userName);
    return null;
  } catch (error) {
    return faultOf(error);
  }
}

/** Only at a server without sign-in. */
export async function choose(nurseId: string): Promise<SignInFault | null> {
  try {
    await askJson(`/nurses/${encodeURIComponent(nurseId)}/shifts?from=${today.value}&to=${today.value}`);
    await take(nurseId, null);
    return null;
  } catch (error) {
    if (isUnknownNurse(error)) return "unknown-nurse";
    return faultOf(error);
  }
}

/** Gives up what another nurse has not sent. */
export async function discardOthers(nurseId: string): Promise<void> {
  await take(nurseId, null, true);
}

/** Ends the sign-in and leaves what is on the phone for whose it is. */
export async function signInAsAnother(): Promise<void> {
  await signOutAt();
  stage.value = { kind: "sign-in", again: false };
}

/** Everything goes from the phone first; whether the server hears of it comes second. */
export async function signOut(): Promise<void> {
  await clearAll(await database());
  for (const key of Object.keys(sessionStorage)) sessionStorage.removeItem(key);
  expired.value = false;
  await reload();
  try {
    await signOutAt();
  } catch (error) {
    if (!(error instanceof RequestFailed)) throw error;
  }
  stage.value = { kind: "starting" };
  await meet();
}
