/** A request that failed, in words: no right, no answer, or what the server said. */
import type { RequestFailed } from "../../shared/problem.js";
import { tw } from "./words/frame.js";
import { Alert } from "./Alert.js";

export function Failure({ of: failure }: { readonly of: RequestFailed | null }) {
  if (failure === null) return null;
  const { status, detail, todo } = failure.details;
  const words = status === 403 ? tw("no-right") : status === 0 ? tw("unreachable") : `${detail}. ${todo}`;
  return <Alert words={words} />;
}
