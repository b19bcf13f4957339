import type * as C from '#contract/policy';
import type { Made } from '#contract/imports';
import { changing, getting, listing, listingOf, making, reading } from './operation.js';

export const listEligibilityRules = reading<typeof C.RuleList>('/eligibility-rules');
export const findPolicies = listing<typeof C.FindPolicies, typeof C.PolicyPage>('/policies');
export const getPolicy = getting<typeof C.PolicyRecord>((id) => `/policies/${id}`);
export const draftRule = making<typeof C.DraftRule, typeof Made>('/policies/rules');
export const draftStandard = making<typeof C.DraftStandard, typeof Made>('/policies/standards');
export const changeRule = changing<typeof C.ChangeRule, typeof C.PolicyRecord>((id) => `/policies/${id}/rule`, 'PUT');
export const changeStandard = changing<typeof C.ChangeStandard, typeof C.PolicyRecord>((id) => `/policies/${id}/standard`, 'PUT');
export const tryPolicy = changing<typeof C.MovePolicy, typeof C.PolicyRecord>((id) => `/policies/${id}/trial`);
export const agreeToPolicy = changing<typeof C.MovePolicy, typeof C.PolicyRecord>((id) => `/policies/${id}/agreement`);
export const publishPolicy = changing<typeof C.MovePolicy, typeof C.PolicyRecord>((id) => `/policies/${id}/publication`);
export const dropPolicy = changing<typeof C.MovePolicy, typeof C.PolicyRecord>((id) => `/policies/${id}/dropping`);
export const findPolicyRows = listingOf<typeof C.FindPolicyRows, typeof C.PolicyRows>((id) => `/policies/${id}/rows`);
