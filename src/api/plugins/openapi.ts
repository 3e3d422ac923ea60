/** The API's own description: OpenAPI 3.1 at /openapi.json, a readable page at /docs. */
import swagger from "@fastify/swagger";
import swaggerUi from "@fastify/swagger-ui";
import type { FastifyInstance } from "fastify";
import { jsonSchemaTransform, jsonSchemaTransformObject } from "fastify-type-provider-zod";

/** What the readable page may load: files of this server. */
const PAGE_POLICY =
  "default-src 'self'; img-src 'self' data:; object-src 'none'; base-uri 'self'; frame-ancestors 'none'";

type Description = ReturnType<typeof jsonSchemaTransformObject>;

/** Every named schema comes twice, for input and for output; those that nothing refers to go. */
function onlyReferenced(document: Description): Description {
  const schemas: Record<string, unknown> | undefined =
    "components" in document ? document.components?.schemas : undefined;
  if (schemas === undefined) return document;
  for (;;) {
    const text = JSON.stringify(document);
    const unused = Object.keys(schemas).filter((name) => !text.includes(`"#/components/schemas/${name}"`));
    if (unused.length === 0) return document;
    for (const name of unused) delete schemas[name];
  }
}

/** Call it after all routes. The text is made once, since making it takes longer than an answer may. */
export function serveDescription(app: FastifyInstance): void {
  let text = "";
  app.addHook("onReady", async () => {
    text = JSON.stringify(app.swagger());
  });
  app.get("/openapi.json", { schema: { hide: true } }, async (_request, reply) =>
    reply
      .type("application/json; charset=utf-8")
      .serializer((body: string) => body)
      .send(text),
  );
}

export async function describeApi(app: FastifyInstance, version: string): Promise<void> {
  await app.register(swagger, {
    openapi: {
      openapi: "3.1.0",
      info: {
        title: "Kotikierros",
        version,
        description:
          "Daily route planning for home care. Import a problem, start a planning job, read the checked plan. Every error is application/problem+json (RFC 9457) with a stable `code`. Sign in with POST /sign-in, or send an API token; docs/access.md tells who may call what.",
        license: { name: "EUPL-1.2", identifier: "EUPL-1.2" },
      },
      tags: [
        { name: "problems", description: "What must be planned" },
        { name: "jobs", description: "Planning runs" },
        { name: "plans", description: "Checked plans; a stored plan never changes" },
        { name: "nurses", description: "What the phone shows" },
        {
          name: "standing data",
          description: "Organisation, catalogue, clients, requirements, nurses, shifts",
        },
        { name: "service", description: "The server itself" },
      ],
    },
    transform: jsonSchemaTransform,
    transformObject: (document) => onlyReferenced(jsonSchemaTransformObject(document)),
  });
  // All of the page's files come from the package beside the server; no other host is asked.
  await app.register(swaggerUi, {
    routePrefix: "/docs",
    staticCSP: PAGE_POLICY,
    uiConfig: { validatorUrl: null, docExpansion: "list", deepLinking: true },
  });
}
