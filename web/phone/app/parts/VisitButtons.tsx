/** The buttons of a visit: one large one for what comes next, one for everything else. */
import { useState } from "preact/hooks";
import type { VisitItem } from "../../core/index.js";
import { nameOf } from "../format.js";
import { about, record } from "../state/actions.js";
import { t } from "../words.js";
import { Icon } from "./Icon.js";
import { OtherSheet } from "./OtherSheet.js";

export interface VisitButtonsProps {
  readonly item: VisitItem;
  readonly date: string;
  readonly planId: string | null;
  /** Whether the visit stands elsewhere, so that the button must name it. Default false. */
  readonly named?: boolean;
}

export function VisitButtons({ item, date, planId, named = false }: VisitButtonsProps) {
  const [other, setOther] = useState(false);
  const begun = item.state === "begun";
  if (!begun && item.state !== "planned") return null;
  const visit = about(item.visit, date, planId);
  return (
    <div class="visit-buttons">
      <button
        type="button"
        class={`big main ${begun ? "out" : "in"}`}
        onClick={() => void record({ ...visit, kind: begun ? "check-out" : "check-in" })}
      >
        <Icon name={begun ? "stop" : "play"} />
        <span class="main-text">
          {begun ? t("checkOut") : t("checkIn")}
          {named && <span class="main-whom">{nameOf(item.visit)}</span>}
        </span>
      </button>
      <button type="button" class="big other" aria-haspopup="dialog" onClick={() => setOther(true)}>
        <Icon name="dots" />
        {t("other")}
      </button>
      {other && <OtherSheet item={item} date={date} planId={planId} onClose={() => setOther(false)} />}
    </div>
  );
}
