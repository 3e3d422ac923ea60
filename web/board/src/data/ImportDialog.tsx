/** A file before it is imported: what it would change, and every fault with its line and column. */
import { useSignal } from "@preact/signals";
import { useEffect } from "preact/hooks";
import type { Fault, ImportReportView } from "../../../../src/contracts/index.js";
import { formatNumber, inLanguage } from "../../../shared/i18n/index.js";
import { RequestFailed } from "../../../shared/problem.js";
import { request } from "../../../shared/request.js";
import { Button } from "../../../shared/ui/Button.js";
import { Dialog } from "../Dialog.js";
import { say, sayFailure } from "../day/state.js";
import { tdata, type DataKind } from "../words/data.js";
import { ta } from "../words/day.js";
import { faultWords } from "./faultWords.js";
import { type Field, fieldsIn, FORMS } from "./forms/index.js";
import { learnAnew } from "./records.js";
import { titleOf } from "./titles.js";
import { Alert } from "../Alert.js";

export interface ImportDialogProps {
  readonly kind: DataKind;
  readonly file: File;
  readonly onClose: (changed: boolean) => void;
}

type LineFault = Fault & {
  readonly line?: number | null | undefined;
  readonly column?: number | null | undefined;
};

/** Most changes listed; all are counted. */
const MOST = 20;

/** The field that a fault's pointer names: keys of a row follow its number. */
function fieldOf(path: string, fields: readonly Field[]): Field | undefined {
  const steps = path.split("/");
  return fields.find(({ key }) => steps.includes(key));
}

function Faults({ kind, faults }: { readonly kind: DataKind; readonly faults: readonly LineFault[] }) {
  const fields = fieldsIn(FORMS[kind]);
  return (
    <table class="table" aria-label={tdata("fault")}>
      <thead>
        <tr>
          <th class="n">{tdata("line")}</th>
          <th class="n">{tdata("column")}</th>
          <th>{tdata("fault")}</th>
          <th>{tdata("todo")}</th>
        </tr>
      </thead>
      <tbody>
        {faults.map((fault) => {
          const field = fieldOf(fault.path, fields);
          return (
            <tr key={`${fault.line ?? ""} ${fault.path} ${fault.code}`}>
              <td class="n">{fault.line ?? "–"}</td>
              <td class="n">{fault.column ?? "–"}</td>
              <td>
                {field !== undefined && <b>{inLanguage(field.label, field.key)} </b>}
                <code>{fault.message}</code>
              </td>
              <td>{faultWords(fault, field)}</td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}

function Changes({
  kind,
  changes,
}: {
  readonly kind: DataKind;
  readonly changes: ImportReportView["changes"];
}) {
  const fields = fieldsIn(FORMS[kind]);
  const labelOf = (key: string): string => inLanguage(fields.find((field) => field.key === key)?.label, key);
  return (
    <section>
      <h3>{tdata("changes-title")}</h3>
      <ul class="changes">
        {changes.slice(0, MOST).map((one) => (
          <li key={`${one.id} ${one.version}`}>
            <span class={`tag ${one.change === "created" ? "ok" : ""}`}>{tdata(one.change)}</span>{" "}
            <b>{titleOf(kind, one.id)}</b>
            {one.change === "changed" && one.keys.length > 0 && `: ${one.keys.map(labelOf).join(", ")}`}
          </li>
        ))}
      </ul>
      {changes.length > MOST && (
        <p class="muted">{tdata("changes-more", { n: formatNumber(changes.length - MOST) })}</p>
      )}
    </section>
  );
}

export function ImportDialog({ kind, file, onClose }: ImportDialogProps) {
  const report = useSignal<ImportReportView | null>(null);
  const refused = useSignal<RequestFailed | null>(null);
  const send = async (query: string): Promise<ImportReportView> => {
    const type = file.name.endsWith(".json") ? "application/json" : "text/csv";
    return request<ImportReportView>(`/imports/${kind}?${query}`, {
      method: "POST",
      body: new Blob([file], { type }),
    });
  };
  useEffect(() => {
    send("preview=true").then(
      (found) => {
        report.value = found;
      },
      (error: unknown) => {
        if (!(error instanceof RequestFailed)) throw error;
        refused.value = error;
      },
    );
  }, []);
  const store = async (): Promise<void> => {
    await send("partial=true");
    await learnAnew(kind);
    say(tdata("imported"), "good");
    onClose(true);
  };
  const found = report.value;
  const failed = refused.value?.details;
  return (
    <Dialog
      title={`${tdata("preview")}: ${file.name}`}
      wide
      onClose={() => onClose(false)}
      actions={
        <>
          <Button onClick={() => onClose(false)}>{ta("cancel")}</Button>
          <Button
            kind="primary"
            disabled={found === null || found.created + found.changed === 0}
            onClick={() => store().catch(sayFailure)}
          >
            {tdata(found !== null && found.refused > 0 ? "import-rest" : "import-now")}
          </Button>
        </>
      }
    >
      {found === null && failed === undefined && (
        <p class="muted" role="status">
          {tdata("reading")}
        </p>
      )}
      <Alert words={failed && `${failed.detail}. ${failed.todo}`} />
      {failed?.faults !== undefined && <Faults kind={kind} faults={failed.faults} />}
      {found !== null && (
        <p class={`notice ${found.refused > 0 ? "warn" : "good"}`}>
          {tdata("counts", {
            rows: found.rows,
            created: found.created,
            changed: found.changed,
            unchanged: found.unchanged,
            refused: found.refused,
          })}
        </p>
      )}
      {found !== null && found.faults.length > 0 && <Faults kind={kind} faults={found.faults} />}
      {found !== null && found.changes.length > 0 && <Changes kind={kind} changes={found.changes} />}
    </Dialog>
  );
}
