/** The demo's days put into a running server. */
import type { FastifyInstance } from "fastify";
import type { AccountStores } from "../../planning/access/index.js";
import type { DemoSignIn } from "../access/demo.js";
import { CSRF_HEADER } from "../access/guard.js";
import { Caller } from "./caller.js";
import { demoAround, demoToday, type DemoToday } from "./days.js";

/**
 * Plans and publishes today; tomorrow and the days behind follow while the server runs on.
 *
 * @param headers of somebody who may plan
 * @param now epoch milliseconds
 */
export async function livenDemo(
  app: Pick<FastifyInstance, "inject" | "log">,
  headers: Readonly<Record<string, string>>,
  now: number,
): Promise<DemoToday> {
  const office = new Caller(app, headers);
  const today = await demoToday(office, now);
  demoAround(office, today.date, now).then(
    () => app.log.info("the demo's days are planned"),
    (error: unknown) => app.log.warn({ err: error }, "not all of the demo's days are planned"),
  );
  return today;
}

/** As the demo's coordinator; the demo's nurse account becomes that of a nurse with a full day. */
export async function livenDemoAccounts(
  app: FastifyInstance,
  accounts: AccountStores,
  signIns: readonly DemoSignIn[],
  now: number,
): Promise<void> {
  const by = ({ role }: DemoSignIn): boolean => role === "coordinator";
  const { userName, password } = signIns.find(by)!;
  const own = { [CSRF_HEADER]: "demo" };
  const answer = await app.inject({
    method: "POST",
    url: "/sign-in",
    headers: own,
    payload: { userName, password },
  });
  const [session] = answer.cookies;
  if (session === undefined) throw new Error(`the demo's coordinator cannot sign in: ${answer.statusCode}`);
  const { nurseId } = await livenDemo(app, { ...own, cookie: `${session.name}=${session.value}` }, now);
  const nurse = signIns.find(({ role }) => role === "nurse");
  const user = nurse === undefined ? null : await accounts.users.findByName(nurse.userName);
  if (nurseId !== null && user !== null) await accounts.users.change(user.id, { active: true, nurseId });
}
