/** Standing data: a list for each kind, search, forms, import with a preview, export. */
import { useSignal } from "@preact/signals";
import { useEffect } from "preact/hooks";
import type { StandingItemView, StandingListView } from "../../../../src/contracts/index.js";
import { formatNumber } from "../../../shared/i18n/index.js";
import { RequestFailed } from "../../../shared/problem.js";
import { request } from "../../../shared/request.js";
import { Button } from "../../../shared/ui/Button.js";
import { Nav } from "../Nav.js";
import { address, linkTo } from "../router.js";
import { DATA_KINDS, isDataKind, tdata, tkind, type DataKind } from "../words/data.js";
import { tw } from "../words/frame.js";
import { cellOf, fieldsOf } from "./cells.js";
import { ImportDialog } from "./ImportDialog.js";
import { RecordDialog } from "./RecordDialog.js";

/** Most rows drawn; the search looks through all. */
const MOST = 300;
/** Fields in a list; the form has them all. */
const COLUMNS = 8;

type Open =
  | { readonly what: "record"; readonly at: number | null }
  | { readonly what: "import"; readonly file: File };

function matches(item: StandingItemView, words: string): boolean {
  return words === "" || Object.values(item).some((value) => cellOf(value).toLowerCase().includes(words));
}

function List({ kind }: { readonly kind: DataKind }) {
  const list = useSignal<StandingListView | null>(null);
  const failure = useSignal<RequestFailed | null>(null);
  const words = useSignal("");
  const open = useSignal<Open | null>(null);
  const load = (): void => {
    request<StandingListView>(`/${kind}?limit=1000`).then(
      (found) => {
        list.value = found;
      },
      (error: unknown) => {
        if (!(error instanceof RequestFailed)) throw error;
        failure.value = error;
      },
    );
  };
  useEffect(load, [kind]);
  const close = (changed: boolean): void => {
    open.value = null;
    if (changed) load();
  };
  const items = list.value?.items ?? [];
  const fields = fieldsOf(items);
  const wanted = words.value.trim().toLowerCase();
  const found = items.map((item, at) => ({ item, at })).filter(({ item }) => matches(item, wanted));
  const shown = open.value;
  return (
    <section class="data-list" aria-labelledby="kind-title">
      <div class="page-head">
        <h1 id="kind-title">
          {tkind(kind)} <span class="count">{formatNumber(items.length)}</span>
        </h1>
        <div class="buttons">
          <input
            class="input search"
            type="search"
            aria-label={tdata("search")}
            placeholder={tdata("search")}
            value={words.value}
            onInput={({ currentTarget }) => (words.value = currentTarget.value)}
          />
          <a class="button" href={`/exports/${kind}?format=csv`} download>
            {tdata("export")}
          </a>
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
          <Button kind="primary" onClick={() => (open.value = { what: "record", at: null })}>
            {tdata("new")}
          </Button>
        </div>
      </div>
      {failure.value !== null && (
        <p class="notice bad" role="alert">
          {failure.value.details.detail || tw("unreachable")}
        </p>
      )}
      {list.value !== null && found.length === 0 && (
        <p class="muted">{tdata(items.length === 0 ? "none" : "none-found")}</p>
      )}
      {found.length > 0 && (
        <div class="table-box" tabIndex={0} role="region" aria-labelledby="kind-title">
          <table class="table">
            <thead>
              <tr>
                {fields.slice(0, COLUMNS).map((field) => (
                  <th key={field}>{field}</th>
                ))}
                <th>
                  <span class="visually-hidden">{tdata("edit")}</span>
                </th>
              </tr>
            </thead>
            <tbody>
              {found.slice(0, MOST).map(({ item, at }) => (
                <tr key={`${item.id} ${cellOf(item["validFrom"])}`}>
                  {fields.slice(0, COLUMNS).map((field) => (
                    <td key={field}>{cellOf(item[field])}</td>
                  ))}
                  <td class="n">
                    <Button
                      small
                      aria-label={`${tdata("edit")} ${item.id}`}
                      onClick={() => (open.value = { what: "record", at })}
                    >
                      {tdata("edit")}
                    </Button>
                  </td>
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
          fields={fields}
          record={shown.at === null ? null : (items[shown.at] ?? null)}
          etag={shown.at === null ? null : (list.value?.etags[shown.at] ?? null)}
          onClose={close}
        />
      )}
      {shown?.what === "import" && <ImportDialog kind={kind} file={shown.file} onClose={close} />}
    </section>
  );
}

export function DataPage() {
  const [wanted = "clients"] = address.value.parts;
  const kind: DataKind = isDataKind(wanted) ? wanted : "clients";
  return (
    <>
      <Nav page="data" />
      <main class="data">
        <nav class="kinds" aria-label={tdata("data")}>
          {DATA_KINDS.map((one) => (
            <a key={one} href={linkTo("data", one)} aria-current={one === kind ? "page" : undefined}>
              {tkind(one)}
            </a>
          ))}
        </nav>
        <List key={kind} kind={kind} />
      </main>
    </>
  );
}
