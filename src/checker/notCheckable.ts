/**
 * A document that is no problem or no plan at all, so that no verdict can be given.
 *
 * A plan that merely names things which do not exist is judged like any other; this
 * is only for what cannot be read, such as an instant without an offset.
 */
export const NOT_CHECKABLE_CODES = [
  "format-unknown",
  "id-twice",
  "instant-malformed",
  "reference-unknown",
  "stop-kind-unknown",
  "travel-missing",
] as const;

export type NotCheckableCode = (typeof NOT_CHECKABLE_CODES)[number];

export class NotCheckable extends Error {
  override readonly name = "NotCheckable";

  /**
   * @param path JSON pointer into the document that cannot be read, where it is known
   * @param todo what the reader of the message can do about it
   */
  constructor(
    readonly code: NotCheckableCode,
    readonly path: string,
    message: string,
    readonly todo: string,
  ) {
    super(message);
  }
}
