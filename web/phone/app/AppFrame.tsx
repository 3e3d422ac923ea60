/** Head, page and menu; the menu is at the bottom, where a thumb reaches it. */
import type { JSX } from "preact";
import { HeldNotice } from "./parts/HeldNotice.js";
import { Icon, type IconName } from "./parts/Icon.js";
import { StatusBar } from "./parts/StatusBar.js";
import { ComingPage } from "./pages/ComingPage.js";
import { MessagesPage } from "./pages/MessagesPage.js";
import { MorePage } from "./pages/MorePage.js";
import { TodayPage } from "./pages/TodayPage.js";
import { type Page, page, PAGES } from "./route.js";
import { messagesOpen } from "./state/messages.js";
import { conflicts, messages, unread } from "./state/signals.js";
import { t } from "./words.js";

const VIEWS: Readonly<Record<Page, () => JSX.Element>> = {
  today: TodayPage,
  coming: ComingPage,
  messages: MessagesPage,
  more: MorePage,
};
const ICONS: Readonly<Record<Page, IconName>> = {
  today: "list",
  coming: "calendar",
  messages: "message",
  more: "more",
};

function Tab({ name }: { readonly name: Page }) {
  const count = name === "messages" ? unread.value : name === "today" ? conflicts.value.length : 0;
  return (
    <a href={`#${name}`} class="tab" aria-current={page.value === name ? "page" : undefined}>
      <Icon name={ICONS[name]} />
      <span>{t(name)}</span>
      {count > 0 && <span class="tab-count">{count}</span>}
    </a>
  );
}

/** Without network what was fetched before shows that there are messages. */
const isShown = (name: Page): boolean =>
  name !== "messages" || messagesOpen.value || messages.value.length > 0;

export function AppFrame() {
  const View = VIEWS[page.value];
  return (
    <>
      <StatusBar />
      <main class="page" id="page">
        <View />
      </main>
      <HeldNotice />
      <nav class="tabs" aria-label={t("menu")}>
        {PAGES.filter(isShown).map((name) => (
          <Tab key={name} name={name} />
        ))}
      </nav>
    </>
  );
}
