/** What the demo's office has written to a nurse. */

/** Oldest first; texts are invented. */
export const DEMO_MESSAGES: readonly { readonly id: string; readonly text: string }[] = [
  { id: "keys", text: "Toimiston avainkaapin koodi vaihtuu huomenna. Uuden saat aamulla toimistolta." },
  {
    id: "pair",
    text: "Parikäynnillä nostovyö on eteisen kaapissa. Sovi työparin kanssa, kumpi ottaa avaimen.",
  },
];
