/** The price of promises. */
export { type DayPromise, PROMISE_KINDS, type PromiseKind, promisesOf } from "./promise.js";
export {
  type PricedPromise,
  type PromisesAsk,
  type PromisesView,
  studyPromises,
  type WishCurve,
} from "./study.js";
