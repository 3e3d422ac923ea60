/** Whether the browser offers to put the app on the home screen. */
import { signal } from "@preact/signals";

interface InstallPrompt extends Event {
  prompt(): Promise<unknown>;
}

/** Null: installed already, or the browser has its own way. */
export const installer = signal<(() => Promise<void>) | null>(null);

export function watchInstall(): void {
  addEventListener("beforeinstallprompt", (event) => {
    event.preventDefault();
    installer.value = async () => {
      await (event as InstallPrompt).prompt();
      installer.value = null;
    };
  });
  addEventListener("appinstalled", () => {
    installer.value = null;
  });
}
