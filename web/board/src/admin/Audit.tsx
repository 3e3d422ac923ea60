/** The audit log of a time, oldest first: who read or changed what about whom, and why. */
import { today } from "../clock.js";
import { useComputed, useSignal } from "@preact/signals";
import type { AuditEntryView, UserView } from "../../../../src/contracts/index.js";
import { formatMoment } from "../../../shared/i18n/index.js";
import { Button } from "../../../shared/ui/Button.js";
import { titleOf } from "../data/titles.js";
import { Failure } from "../Failure.js";
import { trole } from "../rights.js";
import { tadmin } from "../words/admin.js";
import { tdata } from "../words/data.js";
import { useAnswer } from "./useList.js";
import { DateField } from "../data/inputs/DateInput.js";

const PAGE = 200;
/** Most ids written in a row. */
const SUBJECTS = 6;

/** Midnight of a date where this device is, with its offset as UTC. */
const instantOf = (date: string, days = 0): string => {
  const at = new Date(`${date}T00:00:00`);
  at.setDate(at.getDate() + days);
  return at.toISOString();
};

function Subjects({ list }: { readonly list: AuditEntryView["subjects"] }) {
  const words = list
    .slice(0, SUBJECTS)
    .map(({ kind, id }) => `${tadmin(kind)} ${kind === "nurse" ? titleOf("nurses", id) : id}`);
  return (
    <>
      {words.join(", ")}
      {list.length > SUBJECTS && ` ${tadmin("subjects-more", { n: list.length - SUBJECTS })}`}
    </>
  );
}

export function Audit() {
  const from = useSignal(today());
  const to = useSignal(today());
  const userId = useSignal("");
  const clientId = useSignal("");
  /** Pages gone through, by the number of the entry before each. */
  const after = useSignal<number | null>(null);
  const users = useAnswer<{ readonly users: readonly UserView[] }>("/users").answer;
  const filter = useComputed(() => {
    const query = new URLSearchParams({ from: instantOf(from.value), to: instantOf(to.value, 1) });
    if (userId.value !== "") query.set("userId", userId.value);
    if (clientId.value.trim() !== "") query.set("clientId", clientId.value.trim());
    return query.toString();
  });
  const page = after.value === null ? "" : `&after=${after.value}`;
  const { answer, failure } = useAnswer<{ readonly entries: readonly AuditEntryView[] }>(
    `/audit?${filter.value}&limit=${PAGE}${page}`,
  );
  const nameOf = (id: string): string => users.value?.users.find((user) => user.id === id)?.userName ?? id;
  const change = (set: () => void): void => {
    set();
    after.value = null;
  };
  const entries = answer.value?.entries;
  return (
    <section class="page-part" aria-labelledby="audit-title">
      <div class="page-head">
        <div>
          <h1 id="audit-title">{tadmin("audit")}</h1>
          <p class="muted">{tadmin("audit-about")}</p>
        </div>
        <a class="button" href={`/audit?${filter.value}&limit=10000&format=csv`} download>
          {tadmin("csv")}
        </a>
      </div>
      <div class="filters">
        {(
          [
            [from, "from"],
            [to, "to"],
          ] as const
        ).map(([date, words]) => (
          <DateField
            key={words}
            label={tadmin(words)}
            value={date.value}
            onDate={(value) => change(() => (date.value = value))}
          />
        ))}
        <label class="field">
          <span>{tadmin("who")}</span>
          <select
            class="select"
            value={userId.value}
            onChange={({ currentTarget: { value } }) => change(() => (userId.value = value))}
          >
            <option value="">{tadmin("anyone")}</option>
            {users.value?.users.map((user) => (
              <option key={user.id} value={user.id}>
                {user.userName}
              </option>
            ))}
          </select>
        </label>
        <label class="field">
          <span>{tadmin("client-id")}</span>
          <input
            class="input"
            value={clientId.value}
            onChange={({ currentTarget: { value } }) => change(() => (clientId.value = value))}
          />
        </label>
      </div>
      <Failure of={failure.value} />
      {entries === undefined && failure.value === null && <p role="status">{tdata("loading")}</p>}
      {entries?.length === 0 && <p class="empty-list">{tadmin("audit-none")}</p>}
      {entries !== undefined && entries.length > 0 && (
        <div class="table-box" tabIndex={0} role="region" aria-labelledby="audit-title">
          <table class="table audit">
            <thead>
              <tr>
                <th>{tadmin("at")}</th>
                <th>{tadmin("who")}</th>
                <th>{tadmin("what")}</th>
                <th>{tadmin("about")}</th>
                <th>{tadmin("reason")}</th>
              </tr>
            </thead>
            <tbody>
              {entries.map((entry) => (
                <tr key={entry.sequence}>
                  <td>{formatMoment(entry.at)}</td>
                  <td>
                    {nameOf(entry.userId)} <small class="muted">{trole(entry.role)}</small>
                  </td>
                  <td>
                    {tadmin(`action-${entry.action}`)} <code>{entry.route}</code>
                    {entry.status >= 400 && <span class="tag bad">{tadmin("refused")}</span>}
                  </td>
                  <td>
                    <Subjects list={entry.subjects} />
                  </td>
                  <td>{entry.reason ?? "–"}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
      {entries?.length === PAGE && (
        <div>
          <Button onClick={() => (after.value = entries.at(-1)?.sequence ?? null)}>
            {tadmin("next-page")}
          </Button>
        </div>
      )}
    </section>
  );
}
