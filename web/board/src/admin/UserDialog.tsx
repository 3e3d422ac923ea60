/** One account: name, role, whose phone, areas, whether it may sign in. */
import { useSignal } from "@preact/signals";
import type { InvitationView, Role, UserView } from "../../../../src/contracts/index.js";
import { RequestFailed } from "../../../shared/problem.js";
import { request } from "../../../shared/request.js";
import { Button } from "../../../shared/ui/Button.js";
import { RecordInput, RecordsInput } from "../data/inputs/Chosen.js";
import { listOr, textOr } from "../data/inputs/props.js";
import { Dialog } from "../Dialog.js";
import { say, sayFailure } from "../day/state.js";
import { ROLES } from "../rights.js";
import { tadmin } from "../words/admin.js";
import { tdata } from "../words/data.js";
import { ta } from "../words/day.js";
import { RoleInput } from "./RoleInput.js";

export interface UserDialogProps {
  /** Null: a new one. */
  readonly user: UserView | null;
  readonly onClose: () => void;
  readonly onSaved: (user: UserView, invitation: InvitationView | null) => void;
}

type Fault = { readonly field: "name" | "nurse" | ""; readonly words: string };

function faultOf({ details: { code, detail, faults } }: RequestFailed): Fault {
  if (code === "user-name-taken") return { field: "name", words: tadmin("name-taken") };
  if (code === "last-administrator") return { field: "", words: tadmin("last-administrator") };
  if (code === "user-invalid" && /nurse/.test(detail))
    return { field: "nurse", words: tadmin("nurse-needed") };
  if (faults?.some(({ path }) => path.includes("userName")) === true)
    return { field: "name", words: tadmin("user-name-help") };
  return { field: "", words: detail };
}

export function UserDialog({ user, onClose, onSaved }: UserDialogProps) {
  const name = useSignal(user?.userName ?? "");
  const role = useSignal<Role>(user?.role ?? "coordinator");
  const nurseId = useSignal<string | null>(user?.nurseId ?? null);
  const areas = useSignal<readonly string[]>(user?.areas ?? []);
  const active = useSignal(user?.active ?? true);
  const fault = useSignal<Fault | null>(null);
  const busy = useSignal(false);
  const isNurse = role.value === "nurse";

  const save = async (): Promise<void> => {
    const body = {
      role: role.value,
      nurseId: isNurse ? nurseId.value : null,
      areas: isNurse || areas.value.length === 0 ? null : areas.value,
    };
    busy.value = true;
    fault.value = null;
    try {
      if (user === null) {
        const made = await request<{ user: UserView; invitation: InvitationView }>("/users", {
          method: "POST",
          body: { ...body, userName: name.value },
        });
        onSaved(made.user, made.invitation);
        return;
      }
      const changed = await request<UserView>(`/users/${user.id}`, {
        method: "PATCH",
        body: { ...body, active: active.value },
      });
      say(tadmin("saved"), "good");
      onSaved(changed, null);
    } catch (error) {
      if (!(error instanceof RequestFailed)) throw error;
      fault.value = faultOf(error);
    } finally {
      busy.value = false;
    }
  };
  const wrong = (field: Fault["field"]) =>
    fault.value?.field === field ? (
      <span class="field-error" role="alert">
        {fault.value.words}
      </span>
    ) : null;
  const shared = { invalid: false, describedBy: undefined };
  return (
    <Dialog
      title={user?.userName ?? tadmin("new-user")}
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>{ta("cancel")}</Button>
          <Button kind="primary" disabled={busy.value} onClick={() => save().catch(sayFailure)}>
            {tdata("save")}
          </Button>
        </>
      }
    >
      {fault.value?.field === "" && <p class="notice bad">{wrong("")}</p>}
      {user === null && (
        <label class="field">
          <span>{tadmin("user-name")}</span>
          <input
            class="input"
            autoComplete="off"
            spellcheck={false}
            value={name.value}
            aria-invalid={fault.value?.field === "name"}
            onInput={({ currentTarget }) => (name.value = currentTarget.value)}
          />
          <span class="help">{tadmin("user-name-help")}</span>
          {wrong("name")}
        </label>
      )}
      <RoleInput roles={ROLES} value={role.value} onChange={(one) => (role.value = one)} />
      {isNurse ? (
        <div class="field">
          <label for="user-nurse">{tadmin("nurse")}</label>
          <RecordInput
            {...shared}
            id="user-nurse"
            kind="nurses"
            value={nurseId.value ?? undefined}
            invalid={fault.value?.field === "nurse"}
            onChange={(id) => (nurseId.value = textOr(id) || null)}
          />
          {wrong("nurse")}
        </div>
      ) : (
        <div class="field">
          <label for="user-areas">{tadmin("areas")}</label>
          <RecordsInput
            {...shared}
            id="user-areas"
            kind="areas"
            value={areas.value}
            onChange={(ids) => (areas.value = listOr(ids))}
          />
          <span class="help">{tadmin("areas-help")}</span>
        </div>
      )}
      {user !== null && (
        <label class="check">
          <input
            type="checkbox"
            checked={active.value}
            onChange={({ currentTarget }) => (active.value = currentTarget.checked)}
          />
          {tadmin("may-sign-in")}
        </label>
      )}
    </Dialog>
  );
}
