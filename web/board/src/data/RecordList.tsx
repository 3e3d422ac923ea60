/** The list of a kind: search, sorting, a form for each record, import with a preview, export. */
import { useComputed, useSignal } from "@preact/signals";
import { useEffect } from "preact/hooks";
import type { StandingItemView, StandingListView } from "../../../../src/contracts/index.js";
import { formatNumber, inLanguage } from "../../../shared/i18n/index.js";
import { RequestFailed } from "../../../shared/problem.js";
import { request } from "../../../shared/request.js";
import { Button } from "../../../shared/ui/Button.js";
import { mayDo } from "../session.js";
import { tdata, tkind, type DataKind } from "../words/data.js";
import { tw } from "../words/frame.js";
import { cellOf, isNumeric } from "./cells.js";
import { type Field, fieldsIn, FORMS, type FormSpec } from "./forms/index.js";
import { client as clientField } from "./forms/common.js";
import { ImportDialog } from "./ImportDialog.js";
import { textOr } from "./inputs/props.js";
import { RecordDialog } from "./RecordDialog.js";
import { learn } from "./records.js";
import { clientOfDecision, titleOfRecord } from "./titles.js";
import { Alert } from "../Alert.js";
import { EditHead } from "../EditHead.js";

/** Most rows drawn; the search looks through all. */
const MOST = 300;

type Open =
  | { readonly what: "record"; readonly at: number | null }
  | { readonly what: "import"; readonly file: File };

interface Column {
  readonly key: string;
  readonly title: string;
  readonly right: boolean;
  readonly cell: (record: StandingItemView) => string;
}

const OVER_DECISION = "*client";

function columnsOf(form: FormSpec): readonly Column[] {
  const fields = new Map<string, Field>(fieldsIn(form).map((field) => [field.key, field]));
  return form.columns.flatMap((key) => {
    const field = fields.get(key);
    if (key === OVER_DECISION) {
      return [
        {
          key,
          title: inLanguage(clientField.label, ""),
          right: false,
          cell: (record: StandingItemView) => clientOfDecision(textOr(record["decisionId"])),
        },
      ];
    }
    if (field === undefined) return [];
    return [
      {
        key,
        title: inLanguage(field.label, key),
        right: isNumeric(field),
        cell: (record: StandingItemView) => cellOf(field, record),
      },
    ];
  });
}

/** Kinds that the fields of a form name, to be read for its pickers and cells. */
function kindsNamed(kind: DataKind, form: FormSpec) {
  const named = fieldsIn(form).flatMap(({ in: shape }) => ("kind" in shape ? [shape.kind] : []));
  const byWords = fieldsIn(form).some(({ in: shape }) => "of" in shape && shape.of === "skill")
    ? (["qualifications", "visit-types"] as const)
    : [];
  const further = {
    requirements: ["clients", "service-lines"],
    decisions: ["clients", "service-lines"],
    nurses: ["visit-types", "areas"],
    shifts: ["units"],
  } as Readonly<Record<string, readonly DataKind[]>>;
  return [...new Set([...named, ...byWords, ...(further[kind] ?? [])])];
}

export function RecordList({ kind }: { readonly kind: DataKind }) {
  const list = useSignal<StandingListView | null>(null);
  const failure = useSignal<RequestFailed | null>(null);
  const words = useSignal("");
  const open = useSignal<Open | null>(null);
  const sort = useSignal<{ readonly key: string; readonly down: boolean } | null>(null);
  const form = FORMS[kind];
  const load = (): void => {
    request<StandingListView>(`/${kind}?limit=10000`).then(
      (found) => {
        list.value = found;
      },
      (error: unknown) => {
        if (!(error instanceof RequestFailed)) throw error;
        failure.value = error;
      },
    );
  };
  useEffect(() => {
    load();
    void learn(kindsNamed(kind, form));
  }, [kind]);
  const rows = useComputed(() => {
    const columns = columnsOf(form);
    return (list.value?.items ?? []).map((item, at) => ({
      item,
      at,
      cells: columns.map(({ cell }) => cell(item)),
    }));
  });
  const columns = columnsOf(form);
  const wanted = words.value.trim().toLowerCase();
  const { key: by, down } = sort.value ?? { key: columns[0]?.key ?? "", down: false };
  const place = columns.findIndex(({ key }) => key === by);
  const found = rows.value
    .filter(
      ({ item, cells }) =>
        wanted === "" || [item.id, ...cells].some((cell) => cell.toLowerCase().includes(wanted)),
    )
    .toSorted(
      (a, b) =>
        (down ? -1 : 1) *
        (a.cells[place] ?? "").localeCompare(b.cells[place] ?? "", undefined, { numeric: true }),
    );
  const items = list.value?.items ?? [];
  const shown = open.value;
  const writes = mayDo(`PUT /${kind}/:id`);
  const close = (changed: boolean): void => {
    open.value = null;
    if (changed) load();
  };
  return (
    <section class="data-list" aria-labelledby="kind-title">
      <div class="page-head">
        <div>
          <h1 id="kind-title">
            {tkind(kind)} {list.value !== null && <span class="count">{formatNumber(items.length)}</span>}
          </h1>
          <p class="muted">{inLanguage(form.about, "")}</p>
        </div>
        <div class="buttons">
          <input
            class="input search"
            type="search"
            aria-label={tdata("search")}
            placeholder={tdata("search")}
            value={words.value}
            onInput={({ currentTarget }) => (words.value = currentTarget.value)}
          />
          {mayDo("GET /exports/:kind") && (
            <a class="button" href={`/exports/${kind}?format=csv`} download>
              {tdata("export")}
            </a>
          )}
          {writes && mayDo("POST /imports/:kind") && (
            <label class="button file">
              {tdata("import")}
              <input
                type="file"
                class="visually-hidden"
                accept=".csv,.json,text/csv,application/json"
                onChange={({ currentTarget }) => {
                  const file = currentTarget.files?.[0];
                  currentTarget.value = "";
                  if (file !== undefined) open.value = { what: "import", file };
                }}
              />
            </label>
          )}
          {writes && (
            <Button kind="primary" onClick={() => (open.value = { what: "record", at: null })}>
              {tdata("new")}
            </Button>
          )}
        </div>
      </div>
      <Alert words={failure.value && (failure.value.details.detail || tw("unreachable"))} />
      {list.value === null && failure.value === null && (
        <p class="muted" role="status">
          {tdata("loading")}
        </p>
      )}
      {list.value !== null && found.length === 0 && (
        <p class="empty-list">{tdata(items.length === 0 ? "none" : "none-found")}</p>
      )}
      {found.length > 0 && (
        <div class="table-box" tabIndex={0} role="region" aria-labelledby="kind-title">
          <table class="table records">
            <thead>
              <tr>
                {columns.map(({ key, title, right }) => (
                  <th
                    key={key}
                    class={right ? "n" : ""}
                    aria-sort={by === key ? (down ? "descending" : "ascending") : undefined}
                  >
                    <button
                      type="button"
                      class="sort"
                      onClick={() => (sort.value = { key, down: by === key && !down })}
                    >
                      {title} <span aria-hidden="true">{by === key ? (down ? "↓" : "↑") : ""}</span>
                    </button>
                  </th>
                ))}
                {writes && <EditHead />}
              </tr>
            </thead>
            <tbody>
              {found.slice(0, MOST).map(({ item, at, cells }) => (
                <tr key={`${item.id} ${textOr(item["validFrom"])}`}>
                  {cells.map((cell, column) => (
                    <td
                      key={columns[column]?.key}
                      class={columns[column]?.right === true ? "n" : ""}
                      title={cell}
                    >
                      {cell === "" ? (column === 0 ? item.id : "–") : cell}
                    </td>
                  ))}
                  {writes && (
                    <td class="n">
                      <Button
                        small
                        aria-label={`${tdata("edit")} ${titleOfRecord(kind, item)}`}
                        onClick={() => (open.value = { what: "record", at })}
                      >
                        {tdata("edit")}
                      </Button>
                    </td>
                  )}
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
      {found.length > MOST && <p class="muted">{tdata("more", { n: MOST })}</p>}
      {shown?.what === "record" && (
        <RecordDialog
          kind={kind}
          record={shown.at === null ? null : (items[shown.at] ?? null)}
          etag={shown.at === null ? null : (list.value?.etags[shown.at] ?? null)}
          onClose={close}
        />
      )}
      {shown?.what === "import" && <ImportDialog kind={kind} file={shown.file} onClose={close} />}
    </section>
  );
}
