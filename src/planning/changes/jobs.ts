/** Tells of planning jobs as they begin and end, and of the drafts that they make. */
import { isFinal, type JobRunner, type StoredJob } from "../ports.js";
import type { ChangeHub } from "./hub.js";

function tellEnd(hub: ChangeHub, job: StoredJob): void {
  const { id: jobId, problemId, planId, state } = job;
  hub.publish({ kind: "job", userId: null, about: { jobId, problemId, state } });
  if (planId !== null) hub.publish({ kind: "draft", userId: null, about: { jobId, problemId, planId } });
}

/** The same jobs; whoever starts one here has it told to the hub. */
export function announcingJobs(jobs: JobRunner, hub: ChangeHub): JobRunner {
  return {
    async submit(problemId, options) {
      const job = await jobs.submit(problemId, options);
      const about = { jobId: job.id, problemId, state: job.state };
      hub.publish({ kind: "job", userId: null, about });
      const unsubscribe = jobs.subscribe(job.id, ({ job: changed }) => {
        if (!isFinal(changed.state)) return;
        unsubscribe();
        tellEnd(hub, changed);
      });
      return job;
    },
    find: (id) => jobs.find(id),
    cancel: (id) => jobs.cancel(id),
    subscribe: (id, listener) => jobs.subscribe(id, listener),
  };
}
