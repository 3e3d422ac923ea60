/**
 * Every error that the API answers with by itself. The one list: answers take status, title and
 * `todo` from here, and a test holds docs/errors.md to it. Faults of documents have their own
 * catalogue in src/contracts and come as `faults` of one of these.
 */
export interface ApiErrorEntry {
  readonly status: number;
  readonly title: string;
  /** When it happens, for the page of errors. */
  readonly means: string;
  readonly todo: string;
}

export const API_ERRORS = {
  "request-invalid": {
    status: 400,
    title: "The request is not as this route asks for",
    means:
      "A path part, a query value or a value of the body is missing or of the wrong kind; `faults` names each.",
    todo: "Correct the values named in `faults`; /docs shows what the route takes.",
  },
  "body-not-json": {
    status: 400,
    title: "The body is not JSON",
    means: "The body of a request that takes JSON cannot be read.",
    todo: "Send a JSON object, or no body at all where every value has a default.",
  },
  "bad-request": {
    status: 400,
    title: "The request cannot be read",
    means: "The bytes are no HTTP request, or its address cannot be decoded.",
    todo: "Check the address and the client that sends it.",
  },
  "route-unknown": {
    status: 404,
    title: "There is no such address",
    means: "No route has this path.",
    todo: "See /docs for the addresses there are.",
  },
  "sign-in-needed": {
    status: 401,
    title: "Sign in first",
    means: "The request has no session and no API token, or they have ended.",
    todo: "Sign in with POST /sign-in, or send a valid token in Authorization.",
  },
  "sign-in-refused": {
    status: 401,
    title: "Name and password do not go together",
    means:
      "No active account has this name and password. An account whose one-time link was not used has no password.",
    todo: "Check both; an administrator can make a new one-time link.",
  },
  "access-refused": {
    status: 403,
    title: "Not for this role",
    means: "The role, or the token's scopes, may not call this route.",
    todo: "See docs/access.md for what each role may do; an administrator changes roles.",
  },
  "foreign-page": {
    status: 403,
    title: "The request may come from a page of another site",
    means:
      "It changes something with a session's cookie, and Origin or x-requested-by are not as they should be.",
    todo: "Send the header `x-requested-by: kotikierros` from pages of this server; a proxy passes Host on.",
  },
  "not-found": {
    status: 404,
    title: "There is no such thing",
    means: "Nothing that the caller may see has this id.",
    todo: "Check the id.",
  },
  "user-unknown": {
    status: 404,
    title: "No such account",
    means: "No account has this id.",
    todo: "Use an id of GET /users.",
  },
  "token-unknown": {
    status: 404,
    title: "No such token",
    means: "No API token has this id.",
    todo: "Use an id of GET /tokens.",
  },
  "message-unknown": {
    status: 404,
    title: "No such message",
    means: "No message to the caller has this id.",
    todo: "Use an id of GET /messages that the other side has written.",
  },
  "calendar-unknown": {
    status: 404,
    title: "No such calendar",
    means: "No calendar link has this address or id, or it was ended.",
    todo: "Make a new link and give its address to the calendar program.",
  },
  "message-id-used": {
    status: 409,
    title: "The id was used for another message",
    means: "A message with this id and other content is stored.",
    todo: "Make a new id for a new message.",
  },
  "user-name-taken": {
    status: 409,
    title: "The name is taken",
    means: "Another account has this name.",
    todo: "Choose another name.",
  },
  "last-administrator": {
    status: 409,
    title: "Somebody must be left to administer",
    means: "The change would leave no active administrator with a password. Nothing was changed.",
    todo: "Make another account administrator first.",
  },
  "invitation-over": {
    status: 410,
    title: "The link works no more",
    means: "A one-time link was used before, was replaced by a newer one, or is too old.",
    todo: "Ask an administrator for a new one; where there is none yet, start the server anew.",
  },
  "user-invalid": {
    status: 422,
    title: "The account does not fit its role",
    means: "An account of the role nurse has a nurseId, and no other has; or the name is one of the demo's.",
    todo: "Give or leave out nurseId; choose a name that does not begin with demo-.",
  },
  "too-many-attempts": {
    status: 429,
    title: "Too many attempts",
    means: "Too many sign-ins for one name or from one address in five minutes.",
    todo: "Wait as long as Retry-After says.",
  },
  "problem-unknown": {
    status: 404,
    title: "No such problem",
    means: "No imported problem has this id.",
    todo: "Use the id that POST /problems answered with.",
  },
  "job-unknown": {
    status: 404,
    title: "No such job",
    means: "No planning job has this id.",
    todo: "Use the id that starting the job answered with.",
  },
  "plan-unknown": {
    status: 404,
    title: "No such plan",
    means: "No stored plan has this id.",
    todo: "Use the planId of a job that has ended.",
  },
  "nurse-unknown": {
    status: 404,
    title: "No such nurse",
    means: "Neither the standing data nor an imported problem has a nurse with this id.",
    todo: "Check the id; nurses become known when they are stored or a problem that names them is imported.",
  },
  "record-unknown": {
    status: 404,
    title: "No such record",
    means: "No standing data of this kind have this id, or none that hold on the date asked for.",
    todo: "Check the id and the date; the list of the kind has all ids.",
  },
  "record-exists": {
    status: 409,
    title: "There is such a record already",
    means: "A call that makes new records names an id that is taken.",
    todo: "Use another id, or change the record that has this one.",
  },
  "record-referred": {
    status: 409,
    title: "Other records refer to it",
    means: "A record that others refer to cannot be removed.",
    todo: "Change or remove the records named first, or end its validity instead.",
  },
  "record-changed": {
    status: 412,
    title: "The record has been changed meanwhile",
    means: "If-Match names another revision than the one that is stored.",
    todo: "Read the record again and make the change on what it is now.",
  },
  "match-needed": {
    status: 428,
    title: "Say which revision is meant",
    means: "A record that is there was to be changed or removed without If-Match.",
    todo: "Read the record and send its ETag as If-Match.",
  },
  "record-invalid": {
    status: 422,
    title: "The record has faults",
    means: "A record of standing data cannot be stored as it is; `faults` names every one.",
    todo: "Mend what `faults` names; nothing was stored.",
  },
  "import-refused": {
    status: 422,
    title: "The file has faults",
    means: "Rows of an imported file cannot be stored; `faults` has the line and column of each.",
    todo: "Mend the rows named and send the file again, or send it with partial=true for the other rows. Nothing was stored.",
  },
  "day-unplanned": {
    status: 404,
    title: "Nothing is planned for this date",
    means: "No stored plan covers the date.",
    todo: "Plan the date first, or ask for another one.",
  },
  "day-unpublished": {
    status: 404,
    title: "Nothing is published for this date",
    means: "No version of the date was ever published.",
    todo: "Publish a version of the date, or ask for another date.",
  },
  "rule-set-unknown": {
    status: 404,
    title: "No such rule set",
    means: "No working-time rule set of this id holds on the date.",
    todo: "See GET /working-time/rule-sets; store one that holds from an earlier date.",
  },
  "note-unknown": {
    status: 404,
    title: "No such text",
    means: "The text of a note was to be erased that is not there, or not any more.",
    todo: "Check the event's id; GET /actuals shows which notes have a text.",
  },
  "generation-unknown": {
    status: 404,
    title: "No such generated problem",
    means: "No problem with this id was made from standing data; imported ones tell nothing of their making.",
    todo: "Use an id that POST /days/generate or POST /weeks/generate answered with.",
  },
  "policy-unknown": {
    status: 404,
    title: "No such policy",
    means: "No policy, or no version of it, has the id named.",
    todo: "Use an id of GET /policies, or make the policy with PUT /policies/{id}.",
  },
  "comparison-unknown": {
    status: 404,
    title: "No such comparison",
    means: "No comparison of policies has this id.",
    todo: "Use the id that POST /problems/{id}/policy-comparisons answered with.",
  },
  "error-unknown": {
    status: 404,
    title: "No such error code",
    means: "The page of an error code was asked for that this API never answers with.",
    todo: "See docs/errors.md for all codes.",
  },
  "method-not-allowed": {
    status: 405,
    title: "This address does not take this method",
    means: "The path exists with other methods, named in the Allow header.",
    todo: "Use one of the methods in the Allow header.",
  },
  "request-timeout": {
    status: 408,
    title: "The request did not arrive in time",
    means: "The client stopped sending before the request was whole.",
    todo: "Send the request again.",
  },
  "job-not-ended": {
    status: 409,
    title: "The job has not ended",
    means: "A result was asked for while the job waits or runs.",
    todo: "Wait for the job's end (its events tell), or cancel it to get the best plan so far.",
  },
  "job-without-plan": {
    status: 409,
    title: "The job ended without a plan",
    means: "The job failed, or was cancelled before it had found a plan; `jobError` says why.",
    todo: "Mend what `jobError` names and start a new job.",
  },
  "version-outdated": {
    status: 409,
    title: "Another version holds by now",
    means:
      "Somebody else has published a version that this one does not come from, or the version named in `replaces` does not hold. `difference` tells what differs between the version that holds and this one.",
    todo: "Look at the difference; then publish with `replaces` naming the version that holds, or make the change anew on that one.",
  },
  "nurses-elsewhere": {
    status: 409,
    title: "Nurses are on rounds of other areas",
    means:
      "A version of other areas holds on a date of this one, and nurses have rounds at the same time in both. `detail` names them.",
    todo: "Give their visits to others by hand edits, or plan both areas together.",
  },
  "idempotency-key-busy": {
    status: 409,
    title: "The first request with this key is still being answered",
    means: "Two requests with one Idempotency-Key came at the same time.",
    todo: "Wait a moment and send the request again with the same key.",
  },
  "body-too-large": {
    status: 413,
    title: "The body is too large",
    means: "The body has more bytes than the route takes.",
    todo: "Gzip the document, or check that it is the right file.",
  },
  "url-too-long": {
    status: 414,
    title: "The address is too long",
    means: "A part of the path is longer than any id.",
    todo: "Check the id in the address.",
  },
  "media-type-unknown": {
    status: 415,
    title: "The body's media type is not taken here",
    means: "Content-Type is missing or is not one that the route takes.",
    todo: "Send application/json; a problem may also come as application/gzip or with Content-Encoding: gzip.",
  },
  "host-not-allowed": {
    status: 421,
    title: "This server answers on this machine only",
    means:
      "The Host header names another machine. Without sign-in the server speaks to its own machine only.",
    todo: "Use http://localhost or http://127.0.0.1 with the server's port.",
  },
  "problem-invalid": {
    status: 422,
    title: "The problem has faults",
    means: "The document was read and cannot be planned; `faults` names every fault. Nothing was stored.",
    todo: "Mend each fault as it says and send the document again.",
  },
  "demo-refused": {
    status: 409,
    title: "The demo organisation does not mix with another one",
    means: "Standing data of another organisation are stored; nothing was loaded.",
    todo: "Start a server on a database of its own for the demo: serve --database FILE.",
  },
  "policy-outdated": {
    status: 412,
    title: "Another version of the policy holds by now",
    means: "If-Match names a version of the policy that is not the youngest. Nothing was stored.",
    todo: "Read the policy again, and send the change with the ETag of that answer.",
  },
  "generation-range": {
    status: 422,
    title: "These dates cannot be generated",
    means: "A date is none of the calendar, the last is before the first, or there are more than 31.",
    todo: "Correct the dates, or ask for a part of them at a time.",
  },
  "generation-faulty": {
    status: 422,
    title: "Standing data make a problem with faults",
    means: "The problem made from standing data cannot be planned; `faults` names each. Nothing was stored.",
    todo: "Correct the records that bring the faults, and generate again.",
  },
  "edits-invalid": {
    status: 422,
    title: "The edits name what is not there",
    means:
      "An edit has an unknown visit or shift, or a place that is not; `faults` names each. No draft was made.",
    todo: "Mend each fault as it says and send the edits again.",
  },
  "places-refused": {
    status: 422,
    title: "Places cannot be found for this visit",
    means:
      "The plan's problem does not know the visit, or the client or type of a new one; or the visit needs a crew and nobody of it stands, so that there is no start to keep.",
    todo: "Correct the id; place the nurses of a crew one by one with edits.",
  },
  "replan-refused": {
    status: 422,
    title: "The events do not fit the day",
    means:
      "An event names a shift or visit that the day does not have, adds a visit that is there, or cancels one that has begun; or the day with them has faults, named in `faults`.",
    todo: "Correct the events and send them again.",
  },
  "alarm-refused": {
    status: 422,
    title: "The alarm leads to no visit",
    means:
      "The client, a home of theirs on the date, the visit type, or the ways to that home are not known; `detail` says which.",
    todo: "Correct the ids or store what is missing; call the office, and send the alarm again.",
  },
  "visit-unknown": {
    status: 404,
    title: "No such visit in the plan's problem",
    means: "The problem that the plan was made for has no visit with this id.",
    todo: "Ask for a visit that GET /plans/{id}/explanations lists.",
  },
  "bound-unknown": {
    status: 404,
    title: "Nothing is proved of this plan yet",
    means: "Neither the plan's job nor anybody since has asked for its bound.",
    todo: "POST /plans/{id}/bound proves one; jobs do with the option `bound`.",
  },
  "visit-served": {
    status: 409,
    title: "The visit is served in time",
    means: "Reasons are told for visits that are left out, bought or late; this one is none of them.",
    todo: "Ask for a visit that GET /plans/{id}/explanations lists.",
  },
  "study-failed": {
    status: 422,
    title: "The plan could not be studied",
    means: "The plan or its problem does not allow what was asked; `jobError` says why.",
    todo: "Do what `jobError` says; if it names a defect, report it with the requestId.",
  },
  "replan-impossible": {
    status: 422,
    title: "The rest of the day has no valid plan",
    means:
      "What has begun, the pins and the limits cannot all hold; `jobError` says which. No draft was made.",
    todo: "Raise the limits, unpin what `jobError` names, or edit the version by hand.",
  },
  "violation-never-acknowledged": {
    status: 422,
    title: "The version breaks a rule that nobody may acknowledge",
    means:
      "An unknown id, one nurse in two places at once, or a missing skill or permit; `violations` names each. Nothing was published.",
    todo: "Edit the version until these violations are gone.",
  },
  "violations-unacknowledged": {
    status: 422,
    title: "Not every violation is acknowledged",
    means:
      "The version has violations that came without a reason (`violations` names each), or one was acknowledged that it does not have. Nothing was published.",
    todo: "Acknowledge each violation by its `key` with a reason, and only those of this version.",
  },
  "version-without-dates": {
    status: 422,
    title: "The version belongs to no date",
    means: "Its problem has no shifts, so that there is no date on which it could hold.",
    todo: "Publish a version of a problem that has shifts.",
  },
  "idempotency-key-reused": {
    status: 422,
    title: "This key was used for another body",
    means: "An Idempotency-Key came again with another body.",
    todo: "Use a new key for a new request.",
  },
  "headers-too-large": {
    status: 431,
    title: "The headers are too large",
    means: "The request's headers have more bytes than the server takes.",
    todo: "Send fewer or shorter headers.",
  },
  "internal-error": {
    status: 500,
    title: "Something broke in the server",
    means: "A defect of the server. Nothing half-done was stored.",
    todo: "Try again; if it happens again, report it with the requestId.",
  },
  "shutting-down": {
    status: 503,
    title: "The server is shutting down",
    means: "The request came while the server was ending. No job is lost.",
    todo: "Send the request again when the server is back.",
  },
} as const satisfies Record<string, ApiErrorEntry>;

export type ApiErrorCode = keyof typeof API_ERRORS;
