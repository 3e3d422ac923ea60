/** What she must know of a visit: who, where, how long, with whom, what to do, how to get in. */
import { inLanguage, language } from "../../../shared/i18n/index.js";
import { typeLooks } from "../../../shared/visitTypes.js";
import type { NurseVisit } from "../../../../src/contracts/nurseDay.js";
import type { VisitItem } from "../../core/index.js";
import { languageNames, wayTo } from "../format.js";
import { t } from "../words.js";
import { AccessNotes } from "./AccessNotes.js";
import { Icon } from "./Icon.js";

export function TypeMark({ visit }: { readonly visit: NurseVisit }) {
  const name = inLanguage(visit.typeName, visit.typeId);
  const look = typeLooks([{ id: visit.typeId, name: visit.typeName ?? {} }], language.value).get(
    visit.typeId,
  );
  return (
    <span class={`type type-${look?.token ?? "other-1"}`}>
      <span class="type-letter" aria-hidden="true">
        {look?.letter}
      </span>
      {name}
    </span>
  );
}

export function Facts({ visit }: { readonly visit: NurseVisit }) {
  const { crew, crewSize, client, minutes, remote } = visit;
  const names = crew.map(({ name, nurseId }) => name ?? nurseId).join(", ");
  return (
    <ul class="facts">
      <li>
        <TypeMark visit={visit} />
      </li>
      <li>
        <Icon name="clock" />
        {t("minutes", { minutes })}
      </li>
      {crewSize > 1 && (
        <li class="strong">
          <Icon name="two" />
          {names === "" ? t("crewOf", { count: crewSize }) : t("with", { names })}
        </li>
      )}
      {client.languages.length > 0 && (
        <li>
          <Icon name="speech" />
          {t("speaks", { languages: languageNames(client.languages) })}
        </li>
      )}
      {remote && (
        <li class="strong">
          <Icon name="video" />
          {t("remote")}
        </li>
      )}
    </ul>
  );
}

const WAYS: Readonly<Record<string, "walkTo" | "driveTo" | "bikeTo">> = {
  walk: "walkTo",
  car: "driveTo",
  bike: "bikeTo",
};

function Way({ item }: { readonly item: VisitItem }) {
  if (item.visit.remote) return null;
  const key = WAYS[item.mode] ?? "wayTo";
  return (
    <a class="big way" href={wayTo(item.visit, item.mode)}>
      <Icon name={item.mode === "walk" ? "walk" : "way"} />
      {t(key, { minutes: item.travelMinutes })}
    </a>
  );
}

export interface VisitDetailsProps {
  readonly item: VisitItem;
  readonly date: string;
  readonly planId: string | null;
}

export function VisitDetails({ item, date, planId }: VisitDetailsProps) {
  const { tasks } = item.visit;
  return (
    <>
      <Facts visit={item.visit} />
      <div class="detail-actions">
        <Way item={item} />
        <AccessNotes item={item} date={date} planId={planId} />
      </div>
      {tasks.length > 0 && (
        <section class="tasks" aria-label={t("tasks")}>
          <h3>{t("tasks")}</h3>
          <ul>
            {tasks.map((task) => (
              <li key={task}>{task}</li>
            ))}
          </ul>
        </section>
      )}
    </>
  );
}
