import { z } from 'zod';
import { Action, Id, Instant, line, Paging, pageOf, PlainDay, Versioned } from './shared.js';

export const SignIn = z
  .object({
    username: z.string().min(1).max(64),
    password: z.string().min(1).max(256),
    totp: z
      .string()
      .regex(/^\d{6}$/)
      .optional(),
  })
  .meta({ id: 'SignIn' });

/** Who is signed in. `csrfToken` goes into the header X-CSRF-Token of every unsafe request. */
export const Me = z
  .object({
    id: Id,
    username: z.string(),
    name: z.string(),
    language: z.enum(['zh', 'en']),
    organisationId: Id,
    organisationName: z.string(),
    roles: z.array(
      z.object({ code: z.string(), nameZh: z.string(), nameEn: z.string(), organisationId: Id, organisationName: z.string() }),
    ),
    permissions: z.array(z.string()),
    mustChangePassword: z.boolean(),
    totpEnabled: z.boolean(),
    csrfToken: z.string().nullable(),
    demo: z.boolean(),
  })
  .meta({ id: 'Me' });
export type Me = z.infer<typeof Me>;

export const SignInOptions = z
  .object({
    password: z.boolean(),
    oidc: z.boolean(),
    demoAccounts: z.array(z.object({ username: z.string(), nameZh: z.string(), nameEn: z.string() })),
  })
  .meta({ id: 'SignInOptions' });
export const ChangePassword = z.object({ current: z.string().max(256), next: z.string().max(256) }).meta({ id: 'ChangePassword' });
export const ChangeLanguage = z.object({ language: z.enum(['zh', 'en']) }).meta({ id: 'ChangeLanguage' });
/** The password once more: whoever sits at a session that was left open must not make its owner's next sign-in theirs. */
export const BeginTotp = z.object({ current: z.string().max(256) }).meta({ id: 'BeginTotp' });
export const TotpEnrolment = z.object({ secret: z.string(), uri: z.string() }).meta({ id: 'TotpEnrolment' });
export const TotpCode = z.object({ code: z.string().regex(/^\d{6}$/) }).meta({ id: 'TotpCode' });
export const SessionView = z
  .object({
    id: Id,
    createdAt: Instant,
    lastSeenAt: Instant,
    address: z.string().nullable(),
    agent: z.string().nullable(),
    current: z.boolean(),
    userName: z.string(),
  })
  .meta({ id: 'Session' });
export const SessionList = z.object({ items: z.array(SessionView) }).meta({ id: 'SessionList' });
export const CreateToken = z
  .object({ label: line(60), scopes: z.array(z.string().max(60)).min(1).max(100), days: z.int().min(1).max(365) })
  .meta({ id: 'CreateToken' });
export const TokenView = z
  .object({
    id: Id,
    label: z.string(),
    scopes: z.array(z.string()),
    createdAt: Instant,
    expiresAt: Instant,
    lastUsedAt: Instant.nullable(),
  })
  .meta({ id: 'Token' });
export const TokenList = z.object({ items: z.array(TokenView) }).meta({ id: 'TokenList' });
/** The token's text is shown this once. */
export const NewToken = TokenView.extend({ token: z.string() }).meta({ id: 'NewToken' });

export const FindUsers = z.object({
  ...Paging,
  q: z.string().trim().max(60).optional(),
  organisationId: Id.optional(),
  roleCode: z.string().max(40).optional(),
  status: z.enum(['active', 'closed']).optional(),
});
export const GrantView = z
  .object({
    id: Id,
    roleCode: z.string(),
    roleNameZh: z.string(),
    roleNameEn: z.string(),
    organisationId: Id,
    organisationName: z.string(),
    validFrom: PlainDay,
    validTo: PlainDay.nullable(),
  })
  .meta({ id: 'Grant' });
export const UserRow = z
  .object({
    id: Id,
    username: z.string(),
    name: z.string(),
    organisationId: Id,
    organisationName: z.string(),
    status: z.string(),
    locked: z.boolean(),
    totpEnabled: z.boolean(),
    roleCodes: z.array(z.string()),
  })
  .meta({ id: 'UserRow' });
export const UserPage = pageOf(UserRow, 'UserPage');
export const UserRecord = UserRow.extend({
  createdAt: Instant,
  grants: z.array(GrantView),
  version: z.int(),
  actions: z.array(Action),
}).meta({ id: 'User' });
export const CreateUser = z
  .object({ username: z.string().regex(/^[a-z][a-z0-9._-]{2,31}$/), name: line(40), organisationId: Id })
  .meta({ id: 'CreateUser' });
/** The first password, shown once, to be changed at the first sign-in. */
export const NewUser = z.object({ id: Id, password: z.string() }).meta({ id: 'NewUser' });
export const ChangeUser = z.object({ ...Versioned, name: line(40), organisationId: Id }).meta({ id: 'ChangeUser' });
export const CloseUser = z.object({ ...Versioned, reason: line(200) }).meta({ id: 'CloseUser' });
export const GiveGrant = z
  .object({ roleCode: z.string().max(40), organisationId: Id, validFrom: PlainDay.optional(), validTo: PlainDay.nullish() })
  .meta({ id: 'GiveGrant' });
export const RoleView = z
  .object({
    code: z.string(),
    nameZh: z.string(),
    nameEn: z.string(),
    sentenceZh: z.string(),
    officer: z.string().nullable(),
    permissions: z.array(z.object({ permission: z.string(), zh: z.string(), en: z.string(), reach: z.string() })),
  })
  .meta({ id: 'Role' });
export const RoleList = z.object({ items: z.array(RoleView) }).meta({ id: 'RoleList' });
