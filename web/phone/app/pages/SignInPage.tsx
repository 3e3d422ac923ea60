/** Before the round: who she is. */
import { type ComponentChildren } from "preact";
import { useState } from "preact/hooks";
import { LanguageChoice } from "../../../shared/ui/LanguageChoice.js";
import {
  choose,
  discardOthers,
  signIn,
  signInAsAnother,
  type SignInFault,
  signOut,
} from "../state/session.js";
import { t } from "../words.js";

const FAULTS = {
  refused: "fault_refused",
  unreachable: "fault_unreachable",
  "unknown-nurse": "fault_unknown",
  "too-many": "fault_tooMany",
} as const satisfies Record<SignInFault, string>;

function PlainPage({ title, children }: { readonly title: string; readonly children: ComponentChildren }) {
  return (
    <main class="plain-page">
      <div class="plain-head">
        <img src="icon.svg" alt="" width="56" height="56" />
        <p class="brand">Kotikierros</p>
        <LanguageChoice />
      </div>
      <h1>{title}</h1>
      {children}
    </main>
  );
}

function Fault({ fault }: { readonly fault: SignInFault | null }) {
  return (
    <div role="alert" class="fault-place">
      {fault !== null && <p class="notice bad">{t(FAULTS[fault])}</p>}
    </div>
  );
}

interface FieldProps {
  readonly label: string;
  readonly name: string;
  readonly autocomplete: "username" | "current-password" | "off";
}

function Field({ label, name, autocomplete }: FieldProps) {
  const common = { class: "input", name, autocomplete, required: true } as const;
  return (
    <label class="field">
      <span>{label}</span>
      {name === "password" ? (
        <input type="password" {...common} />
      ) : (
        <input type="text" autocapitalize="none" spellcheck={false} {...common} />
      )}
    </label>
  );
}

interface FormProps {
  readonly submit: string;
  readonly onSend: (values: FormData) => Promise<SignInFault | null>;
  readonly children: ComponentChildren;
}

/** Asks once at a time and tells what went wrong. */
function AskForm({ submit, onSend, children }: FormProps) {
  const [fault, setFault] = useState<SignInFault | null>(null);
  const [busy, setBusy] = useState(false);
  return (
    <form
      class="sign-in"
      onSubmit={(event) => {
        event.preventDefault();
        if (busy) return;
        setBusy(true);
        setFault(null);
        void onSend(new FormData(event.currentTarget))
          .then(setFault)
          .finally(() => setBusy(false));
      }}
    >
      {children}
      <Fault fault={fault} />
      <button type="submit" class="big main in" aria-disabled={busy}>
        {submit}
      </button>
    </form>
  );
}

const valueOf = (values: FormData, name: string): string => {
  const value = values.get(name);
  return typeof value === "string" ? value : "";
};

export function SignInPage({ again }: { readonly again: boolean }) {
  return (
    <PlainPage title={t("signIn")}>
      {again && <p class="notice">{t("signInAgain")}</p>}
      <AskForm
        submit={t("signIn")}
        onSend={(values) => signIn(valueOf(values, "userName"), valueOf(values, "password"))}
      >
        <Field label={t("userName")} name="userName" autocomplete="username" />
        <Field label={t("password")} name="password" autocomplete="current-password" />
      </AskForm>
    </PlainPage>
  );
}

export function WhoPage() {
  return (
    <PlainPage title={t("signIn")}>
      <p class="notice warn">{t("noSignIn")}</p>
      <AskForm submit={t("open")} onSend={(values) => choose(valueOf(values, "nurseId").trim())}>
        <Field label={t("nurseId")} name="nurseId" autocomplete="off" />
      </AskForm>
    </PlainPage>
  );
}

export function UnsentPage({ next, count }: { readonly next: string; readonly count: number }) {
  return (
    <PlainPage title={t("unsentTitle")}>
      <p class="notice bad">{t("unsentWhat", { count })}</p>
      <button type="button" class="big primary" onClick={() => void signInAsAnother()}>
        {t("signInOther")}
      </button>
      <button type="button" class="big danger" onClick={() => void discardOthers(next)}>
        {t("unsentDiscard")}
      </button>
    </PlainPage>
  );
}

export function NotANursePage() {
  return (
    <PlainPage title={t("signIn")}>
      <p class="notice">{t("notANurse")}</p>
      <a class="big" href="/board/">
        {t("toBoard")}
      </a>
      <button type="button" class="big quiet" onClick={() => void signOut()}>
        {t("signOut")}
      </button>
    </PlainPage>
  );
}
