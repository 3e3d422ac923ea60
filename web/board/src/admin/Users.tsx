/** All accounts: role, areas, whether they can sign in; new ones and new links. */
import { useSignal } from "@preact/signals";
import type { InvitationView, UserView } from "../../../../src/contracts/index.js";
import { formatDate, formatMoment } from "../../../shared/i18n/index.js";
import { request } from "../../../shared/request.js";
import { Button } from "../../../shared/ui/Button.js";
import { titleOf } from "../data/titles.js";
import { sayFailure } from "../day/state.js";
import { Failure } from "../Failure.js";
import { trole } from "../rights.js";
import { mayDo } from "../session.js";
import { tadmin } from "../words/admin.js";
import { tdata } from "../words/data.js";
import { Secret } from "./Secret.js";
import { useAnswer } from "./useList.js";
import { UserDialog } from "./UserDialog.js";
import { areaNames } from "./areaNames.js";
import { EditHead } from "../EditHead.js";

type Open =
  | { readonly what: "user"; readonly user: UserView | null }
  | { readonly what: "link"; readonly user: UserView; readonly invitation: InvitationView };

const stateOf = (user: UserView): "active" | "invited" | "locked" =>
  !user.active ? "locked" : user.hasPassword ? "active" : "invited";

const MARKS = { active: "ok", invited: "", locked: "bad" } as const;

export function Users() {
  const { answer, failure, load } = useAnswer<{ readonly users: readonly UserView[] }>("/users");
  const open = useSignal<Open | null>(null);
  const writes = mayDo("POST /users");
  const newLink = async (user: UserView): Promise<void> => {
    const invitation = await request<InvitationView>(`/users/${user.id}/invitation`, {
      method: "POST",
      body: {},
    });
    open.value = { what: "link", user, invitation };
  };
  const shown = open.value;
  const list = answer.value?.users;
  return (
    <section class="page-part" aria-labelledby="users-title">
      <div class="page-head">
        <div>
          <h1 id="users-title">{tadmin("users")}</h1>
          <p class="muted">{tadmin("users-about")}</p>
        </div>
        {writes && (
          <Button kind="primary" onClick={() => (open.value = { what: "user", user: null })}>
            {tadmin("new-user")}
          </Button>
        )}
      </div>
      <Failure of={failure.value} />
      {list === undefined && failure.value === null && <p role="status">{tdata("loading")}</p>}
      {list !== undefined && (
        <table class="table">
          <thead>
            <tr>
              <th>{tadmin("user-name")}</th>
              <th>{tadmin("role")}</th>
              <th>{tadmin("areas")}</th>
              <th>{tadmin("state")}</th>
              <th>{tadmin("created")}</th>
              {writes && <EditHead />}
            </tr>
          </thead>
          <tbody>
            {list.map((user) => (
              <tr key={user.id}>
                <th scope="row">{user.userName}</th>
                <td>
                  {trole(user.role)}
                  {user.nurseId !== null && `: ${titleOf("nurses", user.nurseId)}`}
                </td>
                <td>{areaNames(user.areas)}</td>
                <td>
                  <span class={`tag ${MARKS[stateOf(user)]}`}>{tadmin(stateOf(user))}</span>
                </td>
                <td>{formatDate(user.createdAt.slice(0, 10), "plain")}</td>
                {writes && (
                  <td class="n">
                    <Button
                      small
                      aria-label={`${tadmin("new-link")} ${user.userName}`}
                      onClick={() => newLink(user).catch(sayFailure)}
                    >
                      {tadmin("new-link")}
                    </Button>{" "}
                    <Button
                      small
                      aria-label={`${tdata("edit")} ${user.userName}`}
                      onClick={() => (open.value = { what: "user", user })}
                    >
                      {tdata("edit")}
                    </Button>
                  </td>
                )}
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {shown?.what === "user" && (
        <UserDialog
          user={shown.user}
          onClose={() => (open.value = null)}
          onSaved={(user, invitation) => {
            open.value = invitation === null ? null : { what: "link", user, invitation };
            load();
          }}
        />
      )}
      {shown?.what === "link" && (
        <Secret
          title={tadmin("link-title")}
          about={tadmin("link-about", {
            name: shown.user.userName,
            until: formatMoment(shown.invitation.expiresAt),
          })}
          secret={new URL(shown.invitation.link, location.origin).href}
          onClose={() => (open.value = null)}
        />
      )}
    </section>
  );
}
