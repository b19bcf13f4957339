import { z } from 'zod';
import { organisationKinds } from '#rules/organisations/union-tree';
import { Action, Id, Instant, line, Paging, pageOf, PlainDay, Versioned } from './shared.js';

export const OrganisationKind = z.enum(organisationKinds);

export const OrganisationNode = z
  .object({
    id: Id,
    name: z.string(),
    shortName: z.string(),
    kind: OrganisationKind,
    parentId: Id.nullable(),
    divisionCode: z.string().nullable(),
    dissolvedOn: PlainDay.nullable(),
    siteCount: z.int(),
  })
  .meta({ id: 'OrganisationNode' });
/** The whole tree: some hundreds of nodes, parents before children. */
export const OrganisationTree = z.object({ items: z.array(OrganisationNode) }).meta({ id: 'OrganisationTree' });
export const SiteView = z
  .object({
    id: Id,
    kind: z.enum(['centre', 'station', 'point']),
    name: z.string(),
    address: z.string().nullable(),
    phone: z.string().nullable(),
  })
  .meta({ id: 'Site' });
export const OrganisationRecord = OrganisationNode.omit({ siteCount: true })
  .extend({
    uscc: z.string().nullable(),
    numberPrefix: z.string().nullable(),
    memberCount: z.int().nullable(),
    phone: z.string().nullable(),
    address: z.string().nullable(),
    establishedOn: PlainDay.nullable(),
    parents: z.array(
      z.object({ parentId: Id, parentName: z.string(), validFrom: PlainDay, validTo: PlainDay.nullable(), reason: z.string().nullable() }),
    ),
    sites: z.array(SiteView),
    version: z.int(),
    actions: z.array(Action),
  })
  .meta({ id: 'Organisation' });
const described = {
  name: line(80),
  shortName: line(30),
  numberPrefix: line(6).nullish(),
  divisionCode: z
    .string()
    .regex(/^\d{6,12}$/)
    .nullish(),
  uscc: z.string().trim().max(18).nullish(),
  memberCount: z.int().min(0).max(10_000_000).nullish(),
  phone: line(30).nullish(),
  address: line(120).nullish(),
  establishedOn: PlainDay.nullish(),
};
export const CreateOrganisation = z.object({ ...described, kind: OrganisationKind, parentId: Id }).meta({ id: 'CreateOrganisation' });
export const ChangeOrganisation = z.object({ ...described, ...Versioned }).meta({ id: 'ChangeOrganisation' });
export const MoveOrganisation = z.object({ parentId: Id, on: PlainDay, reason: line(200) }).meta({ id: 'MoveOrganisation' });
export const CreateSite = z
  .object({ kind: z.enum(['centre', 'station', 'point']), name: line(60), address: line(120).nullish(), phone: line(30).nullish() })
  .meta({ id: 'CreateSite' });

export const FindEmployers = z.object({
  ...Paging,
  q: z.string().trim().max(60).optional(),
  industry: z.string().max(40).optional(),
  ownership: z.string().max(40).optional(),
});
export const EmployerRow = z
  .object({
    id: Id,
    name: z.string(),
    uscc: z.string().nullable(),
    orgCode: z.string().nullable(),
    industry: z.string().nullable(),
    ownership: z.string().nullable(),
    divisionCode: z.string().nullable(),
  })
  .meta({ id: 'EmployerRow' });
export const EmployerPage = pageOf(EmployerRow, 'EmployerPage');
export const EmployerRecord = EmployerRow.extend({
  licenseNo: z.string().nullable(),
  address: z.string().nullable(),
  phone: z.string().nullable(),
  legalPerson: z.string().nullable(),
  codeUnverified: z.boolean(),
  aliases: z.array(z.string()),
  counts: z.object({ disputes: z.int(), petitions: z.int(), massIncidents: z.int(), hardshipFiles: z.int() }),
  version: z.int(),
  actions: z.array(Action),
}).meta({ id: 'Employer' });
const firm = {
  name: line(80),
  uscc: z.string().trim().max(18).nullish(),
  orgCode: z.string().trim().max(10).nullish(),
  licenseNo: z.string().trim().max(15).nullish(),
  industry: line(40).nullish(),
  ownership: line(40).nullish(),
  divisionCode: z
    .string()
    .regex(/^\d{6}$/)
    .nullish(),
  address: line(120).nullish(),
  phone: line(30).nullish(),
  legalPerson: line(40).nullish(),
  confirmCode: z.boolean().default(false),
};
export const CreateEmployer = z.object(firm).meta({ id: 'CreateEmployer' });
export const ChangeEmployer = z.object({ ...firm, ...Versioned }).meta({ id: 'ChangeEmployer' });

export const FindMediationBodies = z.object({ ...Paging, q: z.string().trim().max(60).optional() });
export const MediationBodyView = z
  .object({
    id: Id,
    kind: z.string(),
    name: z.string(),
    organisationId: Id,
    organisationName: z.string(),
    status: z.string(),
    setUpOn: PlainDay.nullable(),
  })
  .meta({ id: 'MediationBody' });
export const MediationBodyPage = pageOf(MediationBodyView, 'MediationBodyPage');
export const CreateMediationBody = z
  .object({
    kind: z.enum(['enterprise', 'institution', 'regional', 'people', 'township']),
    name: line(80),
    organisationId: Id,
    setUpOn: PlainDay.nullish(),
    address: line(120).nullish(),
    phone: line(30).nullish(),
  })
  .meta({ id: 'CreateMediationBody' });
export const DivisionList = z
  .object({ items: z.array(z.object({ code: z.string(), name: z.string(), otherNames: z.array(z.string()) })) })
  .meta({ id: 'DivisionList' });
export const CalendarYearView = z
  .object({
    year: z.int(),
    covered: z.boolean(),
    source: z.string().nullable(),
    days: z.array(z.object({ day: PlainDay, kind: z.string(), name: z.string() })),
    loadedAt: Instant.nullable(),
  })
  .meta({ id: 'CalendarYear' });
