/** A column of employers holds one code or the other: both lead to the organisation code, by which a firm is known again. */
import type { Refusal } from '../refusal.js';
import { readOrgCode } from './org-code.js';
import { bareNumber } from './plain-text.js';
import { refuseIdentifier } from './refusals.js';
import { readUscc } from './uscc.js';

export interface EmployerCode {
  readonly orgCode: string;
  readonly uscc?: string;
  readonly verified: boolean;
}

export function readEmployerCode(text: string): EmployerCode | Refusal {
  const uscc = readUscc(text);
  if ('orgCode' in uscc) return { orgCode: uscc.orgCode, uscc: uscc.code, verified: uscc.verified };
  const org = readOrgCode(text);
  if ('verified' in org) return { orgCode: org.code, verified: org.verified };
  return bareNumber(text).length === 18 ? uscc : refuseIdentifier('identifiers.employer-code-form');
}
