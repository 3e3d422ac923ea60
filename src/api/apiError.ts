import type { Fault } from "../contracts/index.js";
import type { JobError } from "../planning/ports.js";
import { API_ERRORS, type ApiErrorCode } from "./errorCatalogue.js";

/** What an answer may carry beside the catalogue's words. */
export interface ErrorExtras {
  readonly faults?: readonly Fault[];
  /** JSON text of the faults, where there may be very many. */
  readonly faultsText?: string;
  readonly jobError?: JobError;
  /** Violations that keep a version from being published. */
  readonly violations?: readonly unknown[];
  /** What differs between the version that holds and the one that was to be published. */
  readonly difference?: unknown;
  /** Versions whose place the one that was to be published would take. */
  readonly holding?: readonly string[];
  readonly headers?: Readonly<Record<string, string>>;
}

/** An answer that is an error: thrown by routes, written by the error handler. */
export class ApiError extends Error {
  override readonly name = "ApiError";
  readonly statusCode: number;
  constructor(
    readonly code: ApiErrorCode,
    /** With the ids and values concerned; never names, addresses or health. */
    readonly detail: string,
    readonly extras: ErrorExtras = {},
  ) {
    super(detail);
    this.statusCode = API_ERRORS[code].status;
  }
}

/** An RFC 9457 document as JSON text. */
export function problemJson(
  code: ApiErrorCode,
  detail: string,
  requestId: string,
  extras: ErrorExtras = {},
): string {
  const { status, title, todo } = API_ERRORS[code];
  const document = {
    type: `/errors/${code}`,
    title,
    status,
    detail,
    code,
    todo,
    requestId,
    ...(extras.jobError === undefined ? {} : { jobError: extras.jobError }),
    ...(extras.violations === undefined ? {} : { violations: extras.violations }),
    ...(extras.difference === undefined ? {} : { difference: extras.difference }),
    ...(extras.holding === undefined ? {} : { holding: extras.holding }),
    ...(extras.faults === undefined ? {} : { faults: extras.faults }),
  };
  const text = JSON.stringify(document);
  return extras.faultsText === undefined ? text : `${text.slice(0, -1)},"faults":${extras.faultsText}}`;
}

export const PROBLEM_JSON = "application/problem+json; charset=utf-8";
