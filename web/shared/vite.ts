/** One Vite build for each app: sources in web/NAME, files for the API to serve in dist/www/NAME. */
import type { UserConfig } from "vite";

const API = "http://127.0.0.1:8080";
/** Everything that is no file of the app goes to a running API (`npm run web:dev`). */
const PASSED_ON =
  "^/(problems|jobs|plans|days|nurses|errors|health|openapi|docs|sign|me|users|tokens|audit|events|messages|calendar|areas|units|service|visit|clients|decisions|requirements|qualifications|shifts|absences|closures|vehicles|imports|exports|policies|actuals|durations|continuity|equity|rosters|figures|demo|basemap)";

export function webBuild(app: "board" | "phone"): UserConfig {
  return {
    base: `/${app}/`,
    worker: { format: "es" },
    build: {
      outDir: `../../dist/www/${app}`,
      emptyOutDir: true,
      target: "es2022",
      assetsInlineLimit: 0,
      reportCompressedSize: false,
      chunkSizeWarningLimit: 2000,
      modulePreload: { polyfill: false },
      // How long the plugins took says nothing to somebody who tries the program.
      rolldownOptions: { checks: { pluginTimings: false } },
    },
    server: { host: "127.0.0.1", proxy: { [PASSED_ON]: API } },
  };
}
