import type * as C from '#contract/organisations';
import type { Made } from '#contract/imports';
import { changing, getting, listing, making, reading } from './operation.js';

export const organisationTree = reading<typeof C.OrganisationTree>('/organisations');
export const createOrganisation = making<typeof C.CreateOrganisation, typeof Made>('/organisations');
export const getOrganisation = getting<typeof C.OrganisationRecord>((id) => `/organisations/${id}`);
export const changeOrganisation = changing<typeof C.ChangeOrganisation>((id) => `/organisations/${id}`, 'PUT');
export const moveOrganisation = changing<typeof C.MoveOrganisation>((id) => `/organisations/${id}/moves`);
export const createSite = changing<typeof C.CreateSite, typeof Made>((id) => `/organisations/${id}/sites`);
export const listDivisions = reading<typeof C.DivisionList>('/divisions');
export const getCalendarYear = getting<typeof C.CalendarYearView>((year) => `/calendar/${year}`);

export const findEmployers = listing<typeof C.FindEmployers, typeof C.EmployerPage>('/employers');
export const createEmployer = making<typeof C.CreateEmployer, typeof Made>('/employers');
export const getEmployer = getting<typeof C.EmployerRecord>((id) => `/employers/${id}`);
export const changeEmployer = changing<typeof C.ChangeEmployer>((id) => `/employers/${id}`, 'PUT');

export const findMediationBodies = listing<typeof C.FindMediationBodies, typeof C.MediationBodyPage>('/mediation-bodies');
export const createMediationBody = making<typeof C.CreateMediationBody, typeof Made>('/mediation-bodies');
