/** Requests to our own server and no other: JSON in, JSON out, errors as RequestFailed. */
import { noAnswer, problemOf, RequestFailed } from "./problem.js";

export interface RequestOptions {
  readonly method?: "GET" | "POST" | "PUT" | "PATCH" | "DELETE";
  /** Sent as JSON, unless it is a Blob. */
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
  readonly signal?: AbortSignal;
  /** A 401 to this request is about what it sent, not about the session. */
  readonly staysSignedIn?: boolean;
}

let underWay = 0;
/** Requests of this page that have not come back. */
export const requestsUnderWay = (): number => underWay;

let onSignedOut: () => void = () => {};

/** Called when an answer says that nobody is signed in. */
export function whenSignedOut(callback: () => void): void {
  onSignedOut = callback;
}

function headersFor({ method = "GET", body, headers }: RequestOptions): Record<string, string> {
  const type =
    body === undefined
      ? undefined
      : body instanceof Blob
        ? body.type || "application/json"
        : "application/json";
  return {
    accept: "application/json, application/problem+json",
    ...(type === undefined ? {} : { "content-type": type }),
    // A page of another site cannot send it: the server tells our changes by it.
    ...(method === "GET" ? {} : { "x-requested-by": "kotikierros" }),
    ...headers,
  };
}

/** The answer itself, for headers such as ETag. Throws RequestFailed for statuses from 400 on. */
export async function send(path: string, options: RequestOptions = {}): Promise<Response> {
  const { method = "GET", body, signal } = options;
  let response: Response;
  underWay += 1;
  try {
    response = await fetch(path, {
      method,
      headers: headersFor(options),
      credentials: "same-origin",
      ...(body === undefined ? {} : { body: body instanceof Blob ? body : JSON.stringify(body) }),
      ...(signal === undefined ? {} : { signal }),
    });
  } catch (error) {
    if (error instanceof DOMException && error.name === "AbortError") throw error;
    throw noAnswer();
  } finally {
    underWay -= 1;
  }
  if (response.ok) return response;
  const failed = await problemOf(response);
  if (response.status === 401 && options.staysSignedIn !== true) onSignedOut();
  throw failed;
}

/** The answer's JSON; null for an empty one. `T` is the shape that src/contracts gives it. */
export async function request<T>(path: string, options: RequestOptions = {}): Promise<T> {
  const response = await send(path, options);
  if (response.status === 204) return null as T;
  return (await response.json()) as T;
}

/** As `request`, but null where the server knows no such thing (404). */
export async function requestOrNull<T>(path: string, options: RequestOptions = {}): Promise<T | null> {
  try {
    return await request<T>(path, options);
  } catch (error) {
    if (error instanceof RequestFailed && error.details.status === 404) return null;
    throw error;
  }
}
