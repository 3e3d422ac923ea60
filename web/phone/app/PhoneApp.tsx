/** The frame of the phone's pages. */
export function PhoneApp() {
  return <main class="page">Kotikierros</main>;
}
