/** The map, loaded apart from the rest. */
export default function MapPanel() {
  return <div class="map" />;
}
