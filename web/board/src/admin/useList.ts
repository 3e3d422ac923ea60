/** A list read from the server, anew when something has changed. */
import { type Signal, useSignal } from "@preact/signals";
import { useEffect, useRef } from "preact/hooks";
import { RequestFailed } from "../../../shared/problem.js";
import { request } from "../../../shared/request.js";

export interface Loaded<Answer> {
  readonly answer: Signal<Answer | null>;
  readonly failure: Signal<RequestFailed | null>;
  readonly load: () => void;
}

export function useAnswer<Answer>(path: string): Loaded<Answer> {
  const answer = useSignal<Answer | null>(null);
  const failure = useSignal<RequestFailed | null>(null);
  // Answers to an address that is not asked for any more are too late.
  const wanted = useRef(path);
  wanted.current = path;
  const load = (): void => {
    request<Answer>(path).then(
      (found) => {
        if (wanted.current !== path) return;
        answer.value = found;
        failure.value = null;
      },
      (error: unknown) => {
        if (!(error instanceof RequestFailed)) throw error;
        if (wanted.current !== path) return;
        failure.value = error;
      },
    );
  };
  useEffect(load, [path]);
  return { answer, failure, load };
}
