/** An answer that is an error: problem details (RFC 9457), or no answer at all. */
import type { Fault } from "../../src/contracts/index.js";

export interface ProblemDetails {
  readonly status: number;
  readonly code: string;
  readonly title: string;
  readonly detail: string;
  readonly todo: string;
  readonly faults?: readonly Fault[];
  readonly violations?: readonly unknown[];
  readonly difference?: unknown;
  /** Versions whose place the one that was to be published would take. */
  readonly holding?: readonly string[];
}

export class RequestFailed extends Error {
  override readonly name = "RequestFailed";
  constructor(readonly details: ProblemDetails) {
    super(details.detail);
  }
  get code(): string {
    return this.details.code;
  }
}

/** The code of a request that never got an answer. */
export const NO_ANSWER = "no-answer";

export function noAnswer(): RequestFailed {
  return new RequestFailed({ status: 0, code: NO_ANSWER, title: "", detail: "", todo: "" });
}

function isDetails(body: unknown): body is ProblemDetails {
  return typeof body === "object" && body !== null && "code" in body && "detail" in body;
}

export async function problemOf(response: Response): Promise<RequestFailed> {
  const text = await response.text();
  try {
    const body: unknown = JSON.parse(text);
    if (isDetails(body)) return new RequestFailed(body);
  } catch {
    // Not ours: a proxy or a broken connection. The status tells what there is to tell.
    return unreadable(response);
  }
  return unreadable(response);
}

function unreadable(response: Response): RequestFailed {
  return new RequestFailed({
    status: response.status,
    code: `status-${response.status}`,
    title: response.statusText,
    detail: response.statusText,
    todo: "",
  });
}
