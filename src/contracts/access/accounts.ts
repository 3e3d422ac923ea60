/** Shapes of accounts, sign-in and tokens at the border. */
import { z } from "zod";
import { role } from "./roles.js";

const id = z.string().min(1).max(200);

export const userName = z
  .string()
  .trim()
  .toLowerCase()
  .regex(/^[a-z0-9][a-z0-9._@-]{1,99}$/, "must be 2 to 100 of a-z, 0-9 and . _ @ -")
  .describe("Lower case; what one types at sign-in");
export const password = z.string().min(12).max(200).describe("12 to 200 characters");
const areas = z
  .array(id)
  .min(1)
  .max(500)
  .nullable()
  .describe("Only clients and nurses of these areas; null: every area");

export const identityView = z
  .object({
    userId: z.string(),
    userName: z.string().nullable().describe("Null for a token, and where there is no sign-in"),
    role,
    nurseId: z.string().nullable().describe("Who she is in the plans; of the role nurse only"),
    areas,
    signIn: z.boolean().describe("False: this server has no sign-in, everybody is its administrator"),
    mayDo: z.array(z.string()).describe("Routes that the role may call, `METHOD /path/:part`"),
  })
  .meta({ id: "Identity" });
export type IdentityView = z.infer<typeof identityView>;

export const signInWish = z.strictObject({
  userName: z.string().min(1).max(200),
  password: z.string().min(1).max(200),
});

export const userView = z
  .object({
    id: z.string(),
    userName: z.string(),
    role,
    nurseId: z.string().nullable(),
    areas,
    active: z.boolean().describe("False: may not sign in"),
    hasPassword: z.boolean().describe("False: the invitation was not taken up yet"),
    createdAt: z.string(),
  })
  .meta({ id: "User" });
export type UserView = z.infer<typeof userView>;

export const newUser = z.strictObject({
  userName,
  role,
  nurseId: id.nullable().default(null),
  areas: areas.default(null),
});
export const userChange = z.strictObject({
  role: role.optional(),
  nurseId: id.nullable().optional(),
  areas: areas.optional(),
  active: z.boolean().optional(),
});

export const invitationView = z
  .object({
    link: z.string().describe("Address below this server, for one use; shown this once"),
    token: z.string(),
    expiresAt: z.string(),
  })
  .meta({ id: "Invitation" });
export type InvitationView = z.infer<typeof invitationView>;

export const tokenView = z
  .object({
    id: z.string(),
    name: z.string(),
    role,
    areas,
    scopes: z.array(z.string()).describe("GROUP:read and GROUP:write; groups as in docs/access.md"),
    createdAt: z.string(),
    expiresAt: z.string().nullable(),
    revokedAt: z.string().nullable(),
  })
  .meta({ id: "Token" });
export type TokenView = z.infer<typeof tokenView>;
