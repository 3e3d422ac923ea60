/** Server-sent events with typed names; the browser connects again by itself. */

export interface EventHandlers {
  /** By event name; data is parsed JSON. */
  readonly on: Readonly<Record<string, (data: unknown, id: string) => void>>;
  /** Whether the stream is open. */
  readonly onState?: (open: boolean) => void;
}

/** Opens the stream; the function returned closes it. */
export function listen(path: string, { on, onState }: EventHandlers): () => void {
  const source = new EventSource(path);
  source.addEventListener("open", () => onState?.(true));
  source.addEventListener("error", () => onState?.(false));
  for (const [name, handle] of Object.entries(on)) {
    source.addEventListener(name, (event) => {
      const { data, lastEventId } = event as MessageEvent<string>;
      handle(JSON.parse(data), lastEventId);
    });
  }
  return () => source.close();
}
