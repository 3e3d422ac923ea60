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
  addEventListener("online", () => {
    if (stage.value.kind === "sign-in" && localStorage.getItem(SIGNING_OUT) !== null) void meet();
  });
  await meet();
}

/** Kept while the server has not heard that she has signed out: until then the session would open again. */
const SIGNING_OUT = "kotikierros.signing-out";

/** Ends a session that she has left without network. Throws where the server cannot be reached. */
async function endLeftSession(): Promise<void> {
  if (localStorage.getItem(SIGNING_OUT) === null) return;
  try {
    await signOutAt();
  } catch (error) {
    // Whatever else the server answers, it has no session of hers any more.
    if (isUnreachable(error) || !(error instanceof RequestFailed)) throw error;
  }
  localStorage.removeItem(SIGNING_OUT);
}

/** Asks the server who is signed in, and takes it from there. */
async function meet(): Promise<void> {
  try {
    await endLeftSession();
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
    localStorage.removeItem(SIGNING_OUT);
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

/** Everything goes from the phone first; the server hears of it as soon as it can be reached. */
export async function signOut(): Promise<void> {
  localStorage.setItem(SIGNING_OUT, "1");
  await clearAll(await database());
  expired.value = false;
  await reload();
  stage.value = { kind: "starting" };
  await meet();
}
