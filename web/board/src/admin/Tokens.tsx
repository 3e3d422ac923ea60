/** API tokens: what each may, until when; new ones, and ending one. */
import { useSignal } from "@preact/signals";
import type { TokenView } from "../../../../src/contracts/index.js";
import { formatMoment } from "../../../shared/i18n/index.js";
import { request } from "../../../shared/request.js";
import { Button } from "../../../shared/ui/Button.js";
import { sayFailure } from "../day/state.js";
import { Failure } from "../Failure.js";
import { trole } from "../rights.js";
import { mayDo } from "../session.js";
import { SCOPE_WORDS, tadmin, tscope } from "../words/admin.js";
import { Secret } from "./Secret.js";
import { TokenDialog } from "./TokenDialog.js";
import { useAnswer } from "./useList.js";
import { areaNames } from "./areaNames.js";
import { EditHead } from "../EditHead.js";

/** `planning:read` in words. */
export function scopeWords(scope: string): string {
  const [group = "", action = ""] = scope.split(":");
  const what = group in SCOPE_WORDS ? tscope(group as keyof typeof SCOPE_WORDS) : group;
  return `${what} (${tadmin(action === "read" ? "read" : "write")})`;
}

function Ends({ token }: { readonly token: TokenView }) {
  if (token.revokedAt !== null)
    return <span class="tag bad">{tadmin("revoked", { at: formatMoment(token.revokedAt) })}</span>;
  return <>{token.expiresAt === null ? tadmin("never") : formatMoment(token.expiresAt)}</>;
}

export function Tokens() {
  const { answer, failure, load } = useAnswer<{ readonly tokens: readonly TokenView[] }>("/tokens");
  const making = useSignal(false);
  const secret = useSignal<string | null>(null);
  /** Asked once more before it ends. */
  const asked = useSignal<string | null>(null);
  const writes = mayDo("POST /tokens");
  const end = async (id: string): Promise<void> => {
    if (asked.value !== id) {
      asked.value = id;
      return;
    }
    asked.value = null;
    await request(`/tokens/${id}`, { method: "DELETE" });
    load();
  };
  const list = answer.value?.tokens;
  return (
    <section class="page-part" aria-labelledby="tokens-title">
      <div class="page-head">
        <div>
          <h1 id="tokens-title">{tadmin("tokens")}</h1>
          <p class="muted">{tadmin("tokens-about")}</p>
        </div>
        {writes && (
          <Button kind="primary" onClick={() => (making.value = true)}>
            {tadmin("new-token")}
          </Button>
        )}
      </div>
      <Failure of={failure.value} />
      {list?.length === 0 && <p class="empty-list">{tadmin("none")}</p>}
      {list !== undefined && list.length > 0 && (
        <table class="table">
          <thead>
            <tr>
              <th>{tadmin("name")}</th>
              <th>{tadmin("role")}</th>
              <th>{tadmin("scopes")}</th>
              <th>{tadmin("areas")}</th>
              <th>{tadmin("ends")}</th>
              {writes && <EditHead />}
            </tr>
          </thead>
          <tbody>
            {list.map((token) => (
              <tr key={token.id}>
                <th scope="row">{token.name}</th>
                <td>{trole(token.role)}</td>
                <td>{token.scopes.map(scopeWords).join(", ")}</td>
                <td>{areaNames(token.areas)}</td>
                <td>
                  <Ends token={token} />
                </td>
                {writes && (
                  <td class="n">
                    {token.revokedAt === null && (
                      <Button
                        small
                        kind="danger"
                        aria-label={`${tadmin(asked.value === token.id ? "revoke-sure" : "revoke")}: ${token.name}`}
                        onClick={() => end(token.id).catch(sayFailure)}
                      >
                        {tadmin(asked.value === token.id ? "revoke-sure" : "revoke")}
                      </Button>
                    )}
                  </td>
                )}
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {making.value && (
        <TokenDialog
          onClose={() => (making.value = false)}
          onMade={(made) => {
            making.value = false;
            secret.value = made;
            load();
          }}
        />
      )}
      {secret.value !== null && (
        <Secret
          title={tadmin("secret-title")}
          about={tadmin("secret-about")}
          secret={secret.value}
          onClose={() => (secret.value = null)}
        />
      )}
    </section>
  );
}
