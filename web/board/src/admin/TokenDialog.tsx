/** A new token: what for, whose rights at most, what of them, until when. */
import { useSignal } from "@preact/signals";
import type { Role, TokenView } from "../../../../src/contracts/index.js";
import { RequestFailed } from "../../../shared/problem.js";
import { request } from "../../../shared/request.js";
import { Button } from "../../../shared/ui/Button.js";
import { NumberInput } from "../data/inputs/Plain.js";
import { RecordsInput } from "../data/inputs/Chosen.js";
import { listOr } from "../data/inputs/props.js";
import { Dialog } from "../Dialog.js";
import { sayFailure } from "../day/state.js";
import { ROLES } from "../rights.js";
import { SCOPE_WORDS, tadmin, tscope } from "../words/admin.js";
import { ta } from "../words/day.js";
import { Alert } from "../Alert.js";
import { RoleInput } from "./RoleInput.js";

const GROUPS = Object.keys(SCOPE_WORDS) as (keyof typeof SCOPE_WORDS)[];
/** Programs get no nurse's phone and no administrator's rights. */
const TOKEN_ROLES = ROLES.filter((role) => role !== "nurse" && role !== "administrator");

export interface TokenDialogProps {
  readonly onClose: () => void;
  readonly onMade: (secret: string) => void;
}

export function TokenDialog({ onClose, onMade }: TokenDialogProps) {
  const name = useSignal("");
  const role = useSignal<Role>("purchaser");
  const scopes = useSignal<readonly string[]>([]);
  const areas = useSignal<readonly string[]>([]);
  const days = useSignal<unknown>(365);
  const fault = useSignal<string | null>(null);
  const toggle = (scope: string, on: boolean): void => {
    scopes.value = on ? [...scopes.value, scope] : scopes.value.filter((one) => one !== scope);
  };
  const make = async (): Promise<void> => {
    try {
      const { secret } = await request<{ token: TokenView; secret: string }>("/tokens", {
        method: "POST",
        body: {
          name: name.value,
          role: role.value,
          scopes: scopes.value,
          areas: areas.value.length === 0 ? null : areas.value,
          days: days.value ?? null,
        },
      });
      onMade(secret);
    } catch (error) {
      if (!(error instanceof RequestFailed)) throw error;
      fault.value = error.details.detail;
    }
  };
  return (
    <Dialog
      title={tadmin("new-token")}
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>{ta("cancel")}</Button>
          <Button
            kind="primary"
            disabled={name.value.trim() === "" || scopes.value.length === 0}
            onClick={() => make().catch(sayFailure)}
          >
            {tadmin("new-token")}
          </Button>
        </>
      }
    >
      <Alert words={fault.value} />
      <label class="field">
        <span>{tadmin("name")}</span>
        <input
          class="input"
          value={name.value}
          onInput={({ currentTarget }) => (name.value = currentTarget.value)}
        />
      </label>
      <RoleInput roles={TOKEN_ROLES} value={role.value} onChange={(one) => (role.value = one)} />
      <fieldset class="form-section">
        <legend>{tadmin("scopes")}</legend>
        <p class="help">{tadmin("scopes-help")}</p>
        <table class="table scopes">
          <tbody>
            {GROUPS.map((group) => (
              <tr key={group}>
                <th scope="row">{tscope(group)}</th>
                {(["read", "write"] as const).map((action) => (
                  <td key={action}>
                    <label class="check">
                      <input
                        type="checkbox"
                        checked={scopes.value.includes(`${group}:${action}`)}
                        aria-label={`${tscope(group)}: ${tadmin(action)}`}
                        onChange={({ currentTarget }) => toggle(`${group}:${action}`, currentTarget.checked)}
                      />
                      {tadmin(action)}
                    </label>
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </fieldset>
      <div class="field">
        <label for="token-areas">{tadmin("areas")}</label>
        <RecordsInput
          id="token-areas"
          kind="areas"
          value={areas.value}
          invalid={false}
          describedBy={undefined}
          onChange={(ids) => (areas.value = listOr(ids))}
        />
        <span class="help">{tadmin("areas-help")}</span>
      </div>
      <div class="field">
        <label for="token-days">{tadmin("days")}</label>
        <NumberInput
          id="token-days"
          value={days.value}
          invalid={false}
          describedBy={undefined}
          onChange={(n) => (days.value = n)}
        />
        <span class="help">{tadmin("days-help")}</span>
      </div>
    </Dialog>
  );
}
