/** The nurse's phone: where it begins. */
import "../../shared/styles/base.css";
import "./styles/base.css";
import "./styles/head.css";
import "./styles/visit.css";
import "./styles/changes.css";
import "./styles/list.css";
import "./styles/sheets.css";
import "./styles/more.css";
import { render } from "preact";
import { watchInstall } from "./install.js";
import { PhoneApp } from "./PhoneApp.js";
import { start } from "./state/session.js";

const root = document.getElementById("app");
if (root !== null) render(<PhoneApp />, root);
watchInstall();
void start();
if ("serviceWorker" in navigator) {
  // Without a worker (private windows) the app works, but does not open without network.
  navigator.serviceWorker.register("sw.js").catch(() => undefined);
}
