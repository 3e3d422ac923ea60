/** The nurse's phone: where it begins. */
import "../../shared/styles/base.css";
import { render } from "preact";
import { PhoneApp } from "./PhoneApp.js";

const root = document.getElementById("app");
if (root !== null) render(<PhoneApp />, root);
