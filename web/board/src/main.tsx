/** The coordinators' board: where it begins. */
import "../../shared/styles/base.css";
import "./styles/frame.css";
import "./styles/data.css";
import "./styles/day.css";
import "./styles/timeline.css";
import "./styles/side.css";
import "./styles/map.css";
import "./styles/live.css";
import "./styles/capacity.css";
import "./styles/quality.css";
import "./styles/pages.css";
import "./styles/dark.css";
import { render } from "preact";
import { App } from "./App.js";

const root = document.getElementById("app");
if (root !== null) render(<App />, root);
