/** Accounts, tokens, the audit log: as tabs of one page. */
import { useEffect } from "preact/hooks";
import { learn } from "../data/records.js";
import { Nav } from "../Nav.js";
import { address, linkTo } from "../router.js";
import { mayDo } from "../session.js";
import { tadmin } from "../words/admin.js";
import { tw } from "../words/frame.js";
import { Audit } from "./Audit.js";
import { Tokens } from "./Tokens.js";
import { Users } from "./Users.js";

const TABS = { users: Users, tokens: Tokens, audit: Audit } as const;
type Tab = keyof typeof TABS;
const isTab = (text: string): text is Tab => text in TABS;

export function AdminPage() {
  const [wanted = ""] = address.value.parts;
  const tabs = (Object.keys(TABS) as Tab[]).filter((tab) => mayDo(`GET /${tab}`));
  const tab = isTab(wanted) && tabs.includes(wanted) ? wanted : tabs[0];
  useEffect(() => {
    void learn((["areas", "nurses"] as const).filter((kind) => mayDo(`GET /${kind}`)));
  }, []);
  if (tab === undefined) return null;
  const Shown = TABS[tab];
  return (
    <>
      <Nav page="admin" />
      <main class="page wide">
        <nav class="tabs" aria-label={tw("admin")}>
          {tabs.map((one) => (
            <a key={one} href={linkTo("admin", one)} aria-current={one === tab ? "page" : undefined}>
              {tadmin(one)}
            </a>
          ))}
        </nav>
        <Shown key={tab} />
      </main>
    </>
  );
}
