/** What making days has come to: each day with what there is to plan, and what somebody should look at. */
import type { GenerateAnswer, GenerationWarning } from "../../../../src/contracts/index.js";
import { formatDate } from "../../../shared/i18n/index.js";
import { titleOf } from "../data/titles.js";
import { FRESH } from "../day/state.js";
import { linkTo } from "../router.js";
import { clientNames } from "../standingNames.js";
import { tfound, tg } from "../words/generate.js";

/** Subjects named of one warning. */
const NAMED = 8;

/** Whom or what a warning is about, by name where it is known. */
function subjectOf({ clientId, nurseId, requirementId, decisionId, date }: GenerationWarning): string {
  if (clientId !== null) return clientNames.value.get(clientId) ?? clientId;
  if (nurseId !== null) return titleOf("nurses", nurseId);
  if (requirementId !== null) return titleOf("requirements", requirementId);
  return decisionId ?? (date === null ? "" : formatDate(date, "short"));
}

interface Group {
  readonly code: GenerationWarning["code"];
  readonly severity: GenerationWarning["severity"];
  readonly subjects: readonly string[];
}

/** One line a code, in the order they came: those to be looked at first. */
function grouped(warnings: readonly GenerationWarning[]): readonly Group[] {
  const groups = new Map<
    string,
    { code: Group["code"]; severity: Group["severity"]; subjects: Set<string> }
  >();
  for (const warning of warnings) {
    const { code, severity } = warning;
    const group = groups.get(code) ?? { code, severity, subjects: new Set() };
    groups.set(code, group);
    group.subjects.add(subjectOf(warning));
  }
  return [...groups.values()]
    .toSorted((a, b) => Number(a.severity === "info") - Number(b.severity === "info"))
    .map((group) => ({ ...group, subjects: [...group.subjects].filter(Boolean) }));
}

export function Made({ answer }: { readonly answer: GenerateAnswer }) {
  const groups = grouped(answer.problems.flatMap(({ warnings }) => warnings));
  return (
    <>
      <div role="status">
        <ul class="made">
          {answer.problems.map(({ date, problemId, visits, clients, shifts }) => (
            <li key={date}>
              {problemId === null ? (
                formatDate(date, "medium")
              ) : (
                <a href={linkTo("day", date, FRESH)}>{formatDate(date, "medium")}</a>
              )}{" "}
              · {problemId === null ? tg("nothing") : tg("made", { visits, clients, shifts })}
            </li>
          ))}
        </ul>
      </div>
      {groups.length > 0 && (
        <section>
          <h3>{tg("found")}</h3>
          <ul class="sentences">
            {groups.map(({ code, severity, subjects }) => (
              <li key={code} class={severity === "info" ? "muted" : ""}>
                {tfound(code)}{" "}
                {subjects.length > 0 && (
                  <>
                    <b>{subjects.slice(0, NAMED).join(", ")}</b>
                    {subjects.length > NAMED && ` ${tg("more", { n: subjects.length - NAMED })}`}
                  </>
                )}
              </li>
            ))}
          </ul>
        </section>
      )}
    </>
  );
}
