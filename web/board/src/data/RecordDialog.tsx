/** One record as a form; what the server finds wrong stands beside its field. */
import { useSignal } from "@preact/signals";
import type { StandingItemView } from "../../../../src/contracts/index.js";
import { RequestFailed } from "../../../shared/problem.js";
import { request } from "../../../shared/request.js";
import { Button } from "../../../shared/ui/Button.js";
import { Dialog } from "../Dialog.js";
import { say, sayFailure } from "../day/state.js";
import { tdata, tkind, type DataKind } from "../words/data.js";
import { ta } from "../words/day.js";
import { cellOf, valueOf } from "./cells.js";

export interface RecordDialogProps {
  readonly kind: DataKind;
  readonly fields: readonly string[];
  /** Null: a new one. */
  readonly record: StandingItemView | null;
  readonly etag: string | null;
  readonly onClose: (changed: boolean) => void;
}

type Faults = Readonly<Record<string, string>>;

/** Faults by the first part of their path; those of no field under "". */
function byField(failure: RequestFailed): Faults {
  const found: Record<string, string> = {};
  for (const { path, message, todo } of failure.details.faults ?? []) {
    const field = path.split("/").find((part) => part !== "" && part !== "body") ?? "";
    found[field] = `${message}. ${todo}`;
  }
  if (Object.keys(found).length === 0) found[""] = failure.details.detail;
  return found;
}

export function RecordDialog({ kind, fields, record, etag, onClose }: RecordDialogProps) {
  const typed = useSignal<Readonly<Record<string, string>>>(
    Object.fromEntries(fields.map((field) => [field, cellOf(record?.[field])])),
  );
  const extra = useSignal("");
  const faults = useSignal<Faults>({});
  const busy = useSignal(false);
  const all = [...new Set([...fields, ...Object.keys(typed.value)])];

  const read = (): Record<string, unknown> | null => {
    const wrong: Record<string, string> = {};
    const made: Record<string, unknown> = {};
    for (const field of all) {
      try {
        const value = valueOf(field, typed.value[field] ?? "", record?.[field]);
        if (value !== undefined) made[field] = value;
      } catch (error) {
        if (!(error instanceof SyntaxError)) throw error;
        wrong[field] = tdata("not-json");
      }
    }
    if (typeof made["id"] === "number") made["id"] = String(made["id"]);
    if (made["id"] === undefined) wrong["id"] = tdata("id-needed");
    faults.value = wrong;
    return Object.keys(wrong).length > 0 ? null : made;
  };
  const send = async (method: "PUT" | "DELETE"): Promise<void> => {
    const body = method === "PUT" ? read() : {};
    if (body === null) return;
    const id = method === "PUT" ? String(body["id"]) : (record?.id ?? "");
    const version =
      kind === "requirements" && method === "DELETE" ? `?validFrom=${cellOf(record?.["validFrom"])}` : "";
    busy.value = true;
    try {
      await request(`/${kind}/${encodeURIComponent(id)}${version}`, {
        method,
        ...(method === "PUT" ? { body } : {}),
        ...(etag === null ? {} : { headers: { "if-match": etag } }),
      });
      say(tdata(method === "PUT" ? "saved" : "removed"), "good");
      onClose(true);
    } catch (error) {
      if (!(error instanceof RequestFailed)) throw error;
      faults.value = error.details.status === 412 ? { "": tdata("outdated") } : byField(error);
    } finally {
      busy.value = false;
    }
  };
  const act = (method: "PUT" | "DELETE"): void => {
    send(method).catch(sayFailure);
  };
  const general = Object.entries(faults.value).filter(([field]) => !all.includes(field));
  return (
    <Dialog
      title={`${tkind(kind)}: ${record === null ? tdata("new") : record.id}`}
      wide
      onClose={() => onClose(false)}
      actions={
        <>
          {record !== null && (
            <Button kind="danger" disabled={busy.value} onClick={() => act("DELETE")}>
              {tdata("remove")}
            </Button>
          )}
          <Button onClick={() => onClose(false)}>{ta("cancel")}</Button>
          <Button kind="primary" disabled={busy.value} onClick={() => act("PUT")}>
            {tdata("save")}
          </Button>
        </>
      }
    >
      {general.map(([field, words]) => (
        <p key={field} class="notice bad" role="alert">
          {words}
        </p>
      ))}
      <div class="form">
        {all.map((field) => (
          <label key={field} class="field">
            <span>{field}</span>
            <input
              class="input"
              value={typed.value[field] ?? ""}
              readOnly={field === "id" && record !== null}
              aria-invalid={faults.value[field] !== undefined}
              onInput={({ currentTarget: { value } }) => {
                typed.value = { ...typed.value, [field]: value };
              }}
            />
            {faults.value[field] !== undefined && <span class="field-error">{faults.value[field]}</span>}
          </label>
        ))}
      </div>
      <p class="muted">{tdata("field-help")}</p>
      <div class="buttons">
        <input
          class="input short"
          aria-label={tdata("new-field")}
          placeholder={tdata("new-field")}
          value={extra.value}
          onInput={({ currentTarget }) => (extra.value = currentTarget.value)}
        />
        <Button
          disabled={!/^\w+$/.test(extra.value)}
          onClick={() => {
            typed.value = { ...typed.value, [extra.value]: "" };
            extra.value = "";
          }}
        >
          {tdata("new")}
        </Button>
      </div>
    </Dialog>
  );
}
