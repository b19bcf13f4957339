/** Every kind of ledger, in the order in which they are taken in: heads of households before their members. */
import { disputes } from './kinds/disputes.js';
import { hardshipHeads } from './kinds/hardship-heads.js';
import { householdMembers } from './kinds/household-members.js';
import { legalAidCases, legalServices } from './kinds/legal-aid.js';
import { massIncidents } from './kinds/mass-incidents.js';
import { closedEnterpriseAllowances, modelWorkerPayments } from './kinds/model-workers.js';
import { petitions } from './kinds/petitions.js';
import { visits } from './kinds/visits.js';
import type { LedgerKind, LedgerKindCode } from './ledger-kind.js';

export const ledgerKinds: readonly LedgerKind[] = [
  hardshipHeads,
  householdMembers,
  disputes,
  massIncidents,
  petitions,
  legalServices,
  legalAidCases,
  visits,
  modelWorkerPayments,
  closedEnterpriseAllowances,
];

export const ledgerKindCodes = ledgerKinds.map((kind) => kind.code);

export function ledgerKindOf(code: LedgerKindCode): LedgerKind {
  return ledgerKinds.find((kind) => kind.code === code)!;
}
