/** Standing data: kinds in groups beside the list of the one chosen. */
import { useEffect } from "preact/hooks";
import { Nav } from "../Nav.js";
import { address, linkTo } from "../router.js";
import { mayDo } from "../session.js";
import { DATA_GROUPS, isDataKind, tdata, tgroup, tkind, type DataKind } from "../words/data.js";
import { RecordList } from "./RecordList.js";

/** Qualifications name nurses, so they are for those who may see nurses. */
const mayRead = (kind: DataKind): boolean =>
  mayDo(`GET /${kind}`) && (kind !== "qualifications" || mayDo("GET /nurses"));

export function DataPage() {
  const [wanted = ""] = address.value.parts;
  const kinds = Object.values(DATA_GROUPS).flat().filter(mayRead);
  const kind = isDataKind(wanted) && mayRead(wanted) ? wanted : kinds[0];
  useEffect(() => {
    document.querySelector(".kinds [aria-current]")?.scrollIntoView({ block: "nearest" });
  }, [kind]);
  return (
    <>
      <Nav page="data" />
      <main class="data">
        <nav class="kinds" aria-label={tdata("data")}>
          {(Object.keys(DATA_GROUPS) as (keyof typeof DATA_GROUPS)[]).map((group) => {
            const shown = DATA_GROUPS[group].filter(mayRead);
            if (shown.length === 0) return null;
            return (
              <div key={group} class="kind-group">
                <h2>{tgroup(group)}</h2>
                {shown.map((one) => (
                  <a key={one} href={linkTo("data", one)} aria-current={one === kind ? "page" : undefined}>
                    {tkind(one)}
                  </a>
                ))}
              </div>
            );
          })}
        </nav>
        {kind !== undefined && <RecordList key={kind} kind={kind} />}
      </main>
    </>
  );
}
