/** Head of a table's column of buttons; only whoever listens needs its name. */
import { tdata } from "./words/data.js";

export function EditHead() {
  return (
    <th>
      <span class="visually-hidden">{tdata("edit")}</span>
    </th>
  );
}
