/** One record as a form in sections; what the server finds wrong stands beside its field. */
import { useSignal } from "@preact/signals";
import { useEffect, useRef } from "preact/hooks";
import type { StandingItemView } from "../../../../src/contracts/index.js";
import { inLanguage } from "../../../shared/i18n/index.js";
import { RequestFailed } from "../../../shared/problem.js";
import { request } from "../../../shared/request.js";
import { Button } from "../../../shared/ui/Button.js";
import { Dialog } from "../Dialog.js";
import { say, sayFailure } from "../day/state.js";
import { tdata, tkind, type DataKind } from "../words/data.js";
import { ta } from "../words/day.js";
import { byField, faultWords } from "./faultWords.js";
import { FieldRow } from "./FieldRow.js";
import { fieldsIn, FORMS } from "./forms/index.js";
import { learnAnew } from "./records.js";
import { titleOfRecord } from "./titles.js";
import { Alert } from "../Alert.js";

export interface RecordDialogProps {
  readonly kind: DataKind;
  /** Null: a new one. */
  readonly record: StandingItemView | null;
  readonly etag: string | null;
  readonly onClose: (changed: boolean) => void;
}

/** An id that no other record has; nobody needs to think of one. */
function newId(kind: DataKind): string {
  const bytes = crypto.getRandomValues(new Uint8Array(5));
  const mark = [...bytes].map((byte) => byte.toString(16).padStart(2, "0")).join("");
  return `${kind.replace(/s$/, "")}-${mark}`;
}

/** Requirements have versions by their first day; everything else has one. */
const isVersioned = (kind: DataKind): boolean => kind === "requirements";

export function RecordDialog({ kind, record, etag, onClose }: RecordDialogProps) {
  const form = FORMS[kind];
  const fields = fieldsIn(form);
  const made = useSignal<StandingItemView>(record ?? { id: newId(kind) });
  const faults = useSignal<Readonly<Record<string, string>>>({});
  const busy = useSignal(false);
  const removing = useSignal(false);
  const box = useRef<HTMLDivElement>(null);
  const wrong = faults.value;
  useEffect(() => {
    box.current
      ?.querySelector<HTMLElement>("[aria-invalid=true]")
      ?.scrollIntoView({ block: "center", behavior: "instant" });
  }, [wrong]);

  const set = (key: string, value: unknown): void => {
    const { [key]: _before, ...rest } = made.value;
    made.value = (value === undefined ? rest : { ...made.value, [key]: value }) as StandingItemView;
    const { [key]: mended, ...others } = faults.value;
    if (mended !== undefined) faults.value = others;
  };
  const isNewVersion =
    isVersioned(kind) && record !== null && made.value["validFrom"] !== record["validFrom"];

  const send = async (method: "PUT" | "DELETE"): Promise<void> => {
    const { id } = method === "PUT" ? made.value : (record ?? made.value);
    const query =
      isVersioned(kind) && method === "DELETE" ? `?validFrom=${String(record?.["validFrom"] ?? "")}` : "";
    busy.value = true;
    try {
      await request(`/${kind}/${encodeURIComponent(id)}${query}`, {
        method,
        ...(method === "PUT" ? { body: made.value } : {}),
        ...(etag === null || (isNewVersion && method === "PUT") ? {} : { headers: { "if-match": etag } }),
      });
      await learnAnew(kind);
      say(tdata(method === "PUT" ? "saved" : "removed"), "good");
      onClose(true);
    } catch (error) {
      if (!(error instanceof RequestFailed)) throw error;
      const { status, faults: found, detail, todo } = error.details;
      if (status === 412 || status === 428) faults.value = { "": tdata("outdated") };
      else if (status === 409) faults.value = { "": tdata("referred", { detail }) };
      else if (status === 403) faults.value = { "": tdata("not-allowed") };
      else if (found === undefined || found.length === 0) faults.value = { "": `${detail}. ${todo}` };
      else faults.value = byField(found, fields);
    } finally {
      busy.value = false;
    }
  };
  const save = (): void => {
    const missing = fields.filter(({ key, needed }) => needed === true && made.value[key] === undefined);
    if (missing.length > 0) {
      const words = faultWords({ code: "missing-key", path: "", message: "", todo: "" });
      faults.value = Object.fromEntries(missing.map(({ key }) => [key, words]));
      return;
    }
    send("PUT").catch(sayFailure);
  };
  const count = Object.keys(wrong).filter((key) => key !== "").length;
  return (
    <Dialog
      title={record === null ? `${tdata("new")}: ${tkind(kind)}` : titleOfRecord(kind, record)}
      wide
      onClose={() => onClose(false)}
      actions={
        <>
          {record !== null &&
            (removing.value ? (
              <>
                <span class="sure">{tdata("remove-sure")}</span>
                <Button kind="danger" disabled={busy.value} onClick={() => send("DELETE").catch(sayFailure)}>
                  {tdata("remove-yes")}
                </Button>
              </>
            ) : (
              <Button kind="danger" disabled={busy.value} onClick={() => (removing.value = true)}>
                {tdata("remove")}
              </Button>
            ))}
          <span class="space" />
          <Button onClick={() => onClose(false)}>{ta("cancel")}</Button>
          <Button kind="primary" disabled={busy.value} onClick={save}>
            {tdata("save")}
          </Button>
        </>
      }
    >
      <div ref={box} class="record">
        <Alert words={wrong[""]} />
        {count > 0 && <Alert words={tdata("faults", { n: count })} />}
        {isNewVersion && <p class="notice">{tdata("new-version")}</p>}
        {form.sections.map(({ title, fields: part }) => (
          <fieldset key={title.en} class="form-section">
            <legend>{inLanguage(title, "")}</legend>
            <div class="form">
              {part.map((field) => (
                <FieldRow
                  key={field.key}
                  field={field}
                  value={made.value[field.key]}
                  fault={wrong[field.key]}
                  onChange={(value) => set(field.key, value)}
                />
              ))}
            </div>
          </fieldset>
        ))}
        <details class="identifier">
          <summary>
            {tdata("id")}: <code>{made.value.id}</code>
          </summary>
          {record === null ? (
            <label class="field">
              <span>{tdata("id-help")}</span>
              <input
                class="input"
                value={made.value.id}
                aria-invalid={wrong["id"] !== undefined}
                onInput={({ currentTarget }) => set("id", currentTarget.value)}
              />
              {wrong["id"] !== undefined && <span class="field-error">{wrong["id"]}</span>}
            </label>
          ) : (
            <p class="muted">{tdata("id-fixed")}</p>
          )}
        </details>
      </div>
    </Dialog>
  );
}
