/** The page behind a one-time link: choose a password. It stands alone, so that it works before any screen. */

export const WELCOME_PAGE = `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Kotikierros</title>
<link rel="stylesheet" href="/welcome/page.css">
<script src="/welcome/page.js" defer></script>
</head>
<body>
<main>
<h1>Kotikierros</h1>
<form>
<p data-text="intro"></p>
<label><span data-text="password"></span>
<input id="password" type="password" autocomplete="new-password" minlength="12" maxlength="200" required></label>
<label><span data-text="again"></span>
<input id="again" type="password" autocomplete="new-password" minlength="12" maxlength="200" required></label>
<button data-text="save"></button>
</form>
<p id="told" role="status" aria-live="polite"></p>
<p id="on" hidden><a data-text="signIn" href="/board/"></a></p>
</main>
</body>
</html>
`;

export const WELCOME_STYLE = `body { font: 1.1rem/1.5 system-ui, sans-serif; margin: 2rem auto; max-width: 28rem; padding: 0 1rem; color: #1b1b1b; background: #fff; }
label { display: block; margin: 1rem 0; }
input { display: block; box-sizing: border-box; width: 100%; font: inherit; padding: 0.5rem; border: 1px solid #595959; }
button, #on a { display: inline-block; box-sizing: border-box; font: inherit; padding: 0.6rem 1.2rem; min-height: 48px; color: #fff; background: #0b4f8a; border: 0; border-radius: 4px; text-decoration: none; }
:focus-visible { outline: 3px solid #0b4f8a; outline-offset: 2px; }
`;

export const WELCOME_SCRIPT = `const TEXTS = {
  fi: {
    intro: "Valitse salasana, vähintään 12 merkkiä. Linkki toimii yhden kerran.",
    password: "Salasana", again: "Salasana uudelleen", save: "Tallenna",
    differ: "Salasanat eivät ole samat.",
    done: "Salasana on tallennettu. Käyttäjätunnuksesi on ",
    over: "Linkki on käytetty tai vanhentunut. Pyydä uusi pääkäyttäjältä.",
    failed: "Tallennus ei onnistunut. Yritä uudelleen.",
    signIn: "Kirjaudu sisään",
  },
  sv: {
    intro: "Välj ett lösenord, minst 12 tecken. Länken fungerar en gång.",
    password: "Lösenord", again: "Lösenordet igen", save: "Spara",
    differ: "Lösenorden är inte lika.",
    done: "Lösenordet är sparat. Ditt användarnamn är ",
    over: "Länken är använd eller för gammal. Be huvudanvändaren om en ny.",
    failed: "Det gick inte att spara. Försök igen.",
    signIn: "Logga in",
  },
  en: {
    intro: "Choose a password of at least 12 characters. The link works once.",
    password: "Password", again: "Password again", save: "Save",
    differ: "The passwords are not the same.",
    done: "The password is saved. Your user name is ",
    over: "The link was used or is too old. Ask the administrator for a new one.",
    failed: "Saving did not work. Please try again.",
    signIn: "Sign in",
  },
};
const wanted = navigator.languages.map((tag) => tag.slice(0, 2)).find((tag) => tag in TEXTS) ?? "en";
const text = TEXTS[wanted];
document.documentElement.lang = wanted;
for (const element of document.querySelectorAll("[data-text]")) {
  element.textContent = text[element.dataset.text];
}
const told = document.getElementById("told");
const on = document.getElementById("on");
const form = document.querySelector("form");
form.addEventListener("submit", async (event) => {
  event.preventDefault();
  const password = document.getElementById("password").value;
  if (password !== document.getElementById("again").value) {
    told.textContent = text.differ;
    return;
  }
  try {
    const answer = await fetch("/invitations/accept", {
      method: "POST",
      headers: { "content-type": "application/json", "x-requested-by": "kotikierros" },
      body: JSON.stringify({ token: location.hash.slice(1), password }),
    });
    if (answer.ok) {
      const { userName, role } = await answer.json();
      told.textContent = text.done + userName + ".";
      form.hidden = true;
      on.querySelector("a").href = role === "nurse" ? "/phone/" : "/board/";
      on.hidden = false;
    } else {
      told.textContent = answer.status === 410 ? text.over : text.failed;
      on.hidden = answer.status !== 410;
    }
  } catch {
    told.textContent = text.failed;
  }
});
`;
