/** Who works here, and the name that changes are stored under where there is no sign-in. */
import { computed, signal } from "@preact/signals";
import type { IdentityView } from "../../../src/contracts/index.js";
import { request, requestOrNull, whenSignedOut } from "../../shared/request.js";
import { RequestFailed } from "../../shared/problem.js";

export type Session =
  | { readonly state: "asking" }
  /** `expired`: somebody was signed in here until just now. */
  | { readonly state: "signed-out"; readonly expired?: boolean }
  | { readonly state: "unreachable" }
  | { readonly state: "in"; readonly identity: IdentityView | null };

export const session = signal<Session>({ state: "asking" });

export const author = computed(() => {
  const { value } = session;
  return value.state === "in" ? (value.identity?.userName ?? value.identity?.userId ?? "coordinator") : "";
});

/** Whether the role may call a route, named as the API's description does; where there is no sign-in all may. */
export function mayDo(route: string): boolean {
  const { value } = session;
  if (value.state !== "in") return false;
  return value.identity === null || value.identity.mayDo.includes(route);
}

export async function askWho(): Promise<void> {
  try {
    // A server without accounts knows no such address.
    session.value = { state: "in", identity: await requestOrNull<IdentityView>("/me") };
  } catch (error) {
    const signedOut = error instanceof RequestFailed && error.details.status === 401;
    session.value = { state: signedOut ? "signed-out" : "unreachable" };
  }
}

export async function signIn(userName: string, password: string): Promise<void> {
  const identity = await request<IdentityView>("/sign-in", { method: "POST", body: { userName, password } });
  session.value = { state: "in", identity };
}

export async function signOut(): Promise<void> {
  await request("/sign-out", { method: "POST", body: {} });
  session.value = { state: "signed-out" };
}

whenSignedOut(() => {
  session.value = { state: "signed-out", expired: session.value.state === "in" };
});
