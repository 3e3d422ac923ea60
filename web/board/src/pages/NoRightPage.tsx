/** A page that the role may not open: says so, and leads to one that it may. */
import { Nav } from "../Nav.js";
import { openPages, trole } from "../rights.js";
import { session } from "../session.js";
import { tw } from "../words/frame.js";

const LINK = { days: "#/", data: "#/data" } as const;

export function NoRightPage() {
  const { value } = session;
  const role = value.state === "in" ? value.identity?.role : undefined;
  const [first] = openPages();
  return (
    <>
      <Nav page="other" />
      <main class="page">
        <section class="welcome">
          <h1>{tw("no-right-title")}</h1>
          <p>{tw("no-right-role", { role: role === undefined ? "" : trole(role) })}</p>
          {role === "nurse" ? (
            <a class="button primary" href="/phone/">
              {tw("to-phone")}
            </a>
          ) : (
            first !== undefined && (
              <a
                class="button primary"
                href={first in LINK ? LINK[first as keyof typeof LINK] : `#/${first}`}
              >
                {tw(first)}
              </a>
            )
          )}
        </section>
      </main>
    </>
  );
}
