import { z } from "zod";
import {
  nurseRecord,
  qualificationRecord,
  readRecord,
  type StandingKind,
  shiftRecord,
} from "../../../contracts/standing/index.js";
import type { Fault } from "../../../contracts/index.js";
import { createTogether, type Proposal } from "../../../planning/standing/index.js";
import { ApiError } from "../../apiError.js";
import type { ApiDeps } from "../../deps.js";
import { postHeaders } from "../../schemas.js";
import type { App } from "../../types.js";
import { holdToAreas } from "./persons.js";
import { changeFacts, documented, recordInvalid, TAGS } from "./shared.js";

const body = z.strictObject({
  nurse: nurseRecord.optional().describe("Absent: the shift is of a nurse who is known"),
  qualifications: z.array(qualificationRecord).max(100).optional(),
  shift: shiftRecord,
});

interface Wish {
  readonly nurse?: unknown;
  readonly qualifications?: unknown;
  readonly shift?: unknown;
}

/** The records of the body in the order in which they are told, each with its place. */
function parts({ nurse, qualifications = [], shift }: Wish): readonly [StandingKind, unknown, string][] {
  const list = Array.isArray(qualifications) ? (qualifications as readonly unknown[]) : [qualifications];
  return [
    ...(nurse === undefined ? [] : [["nurses", nurse, "/nurse"] as [StandingKind, unknown, string]]),
    ...list.map((one, at): [StandingKind, unknown, string] => [
      "qualifications",
      one,
      `/qualifications/${at}`,
    ]),
    ["shifts", shift, "/shift"],
  ];
}

export function substituteShift(app: App, { standing: { store } }: ApiDeps): void {
  app.post(
    "/substitute-shifts",
    {
      validatorCompiler: () => (value: unknown) => ({ value }),
      schema: {
        summary: "A substitute's shift in one call: the nurse, what she may do, and the shift",
        description: "All are new and stored together, or none is.",
        tags: TAGS,
        headers: postHeaders,
        body,
        response: documented(201, body, 400, 409, 415, 422),
      },
    },
    async (request, reply) => {
      const wish = request.body as Wish;
      const places = new Map<unknown, string>();
      const faults: Fault[] = [];
      const proposals: Proposal[] = [];
      for (const [kind, json, path] of parts(wish)) {
        const read = readRecord(kind, json);
        if (read.ok) {
          const proposal = { kind, record: read.record };
          proposals.push(proposal);
          places.set(proposal, path);
        } else faults.push(...read.faults.map((one) => ({ ...one, path: `${path}${one.path}` })));
      }
      if (faults.length > 0) throw recordInvalid("shifts", faults);
      for (const { kind, record } of proposals) await holdToAreas(request, store, kind, [record]);
      const outcome = await createTogether(store, proposals, changeFacts(request));
      if (outcome.kind === "exists") {
        const ids = outcome.keys.map(({ kind, id }) => `${kind} ${id}`).join(", ");
        throw new ApiError("record-exists", `stored already: ${ids}`);
      }
      if (outcome.kind === "refused") {
        const moved = outcome.faults.map(({ of, fault }) => ({
          ...fault,
          path: `${places.get(of) ?? ""}${fault.path}`,
        }));
        throw recordInvalid("shifts", moved);
      }
      return reply.code(201).serializer(JSON.stringify).send(wish);
    },
  );
}
