/** A file before it is imported: what it would change, and every fault with its line. */
import { useSignal } from "@preact/signals";
import { useEffect } from "preact/hooks";
import type { ImportReportView } from "../../../../src/contracts/index.js";
import { RequestFailed } from "../../../shared/problem.js";
import { request } from "../../../shared/request.js";
import { Button } from "../../../shared/ui/Button.js";
import { Dialog } from "../Dialog.js";
import { say, sayFailure } from "../day/state.js";
import { tdata, type DataKind } from "../words/data.js";
import { ta } from "../words/day.js";

export interface ImportDialogProps {
  readonly kind: DataKind;
  readonly file: File;
  readonly onClose: (changed: boolean) => void;
}

export function ImportDialog({ kind, file, onClose }: ImportDialogProps) {
  const report = useSignal<ImportReportView | null>(null);
  const refused = useSignal<string | null>(null);
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
        refused.value = `${error.details.detail} ${error.details.todo}`;
      },
    );
  }, []);
  const store = (): void => {
    send("partial=true").then(() => {
      say(tdata("imported"), "good");
      onClose(true);
    }, sayFailure);
  };
  const found = report.value;
  return (
    <Dialog
      title={tdata("preview")}
      wide
      onClose={() => onClose(false)}
      actions={
        <>
          <Button onClick={() => onClose(false)}>{ta("cancel")}</Button>
          <Button
            kind="primary"
            disabled={found === null || found.created + found.changed === 0}
            onClick={store}
          >
            {tdata(found !== null && found.refused > 0 ? "import-rest" : "import-now")}
          </Button>
        </>
      }
    >
      {refused.value !== null && (
        <p class="notice bad" role="alert">
          {refused.value}
        </p>
      )}
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
      {found !== null && found.faults.length > 0 && (
        <table class="table">
          <thead>
            <tr>
              <th class="n">{tdata("line")}</th>
              <th>{tdata("fault")}</th>
              <th>{tdata("todo")}</th>
            </tr>
          </thead>
          <tbody>
            {found.faults.map((fault) => (
              <tr key={`${fault.line ?? ""} ${fault.path} ${fault.code}`}>
                <td class="n">{fault.line ?? "–"}</td>
                <td>{fault.message}</td>
                <td>{fault.todo}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </Dialog>
  );
}
