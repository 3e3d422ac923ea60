export function App() {
  return <main class="page">Kotikierros</main>;
}
