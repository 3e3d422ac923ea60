import { webBuild } from "../shared/vite.js";

export default webBuild("board");
