/** Calls the API from inside, as somebody who has signed in. */
import type { FastifyInstance } from "fastify";

export class Caller {
  constructor(
    private readonly app: Pick<FastifyInstance, "inject">,
    /** What identifies the caller. */
    private readonly headers: Readonly<Record<string, string>>,
  ) {}

  get<T>(url: string): Promise<T> {
    return this.ask({ method: "GET", url });
  }

  post<T>(url: string, payload: object): Promise<T> {
    return this.ask({ method: "POST", url, payload });
  }

  /** Throws what is refused, by its code. */
  private async ask<T>(request: { method: "GET" | "POST"; url: string; payload?: object }): Promise<T> {
    const answer = await this.app.inject({ ...request, headers: { ...this.headers } });
    if (answer.statusCode < 400) return answer.json<T>();
    const { code } = answer.json<{ code?: string }>();
    throw new Error(`${request.method} ${request.url.split("?", 1)[0]}: ${answer.statusCode} ${code ?? ""}`);
  }
}
