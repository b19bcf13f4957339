import type { LedgerKindCode } from '#rules/imports/ledger-kind';
import { takeDisputes, takeMassIncidents } from './take-disputes.js';
import { takeHardshipHeads, takeHouseholdMembers } from './take-households.js';
import { takeLegalAidCases, takeLegalServices } from './take-legal-aid.js';
import { takeClosedEnterpriseAllowances, takeModelWorkerPayments, takeVisits } from './take-payments.js';
import { takePetitions } from './take-petitions.js';
import type { Taker } from './taker.js';

const takers = {
  hardship: takeHardshipHeads,
  'household-member': takeHouseholdMembers,
  dispute: takeDisputes,
  'mass-incident': takeMassIncidents,
  petition: takePetitions,
  'legal-service': takeLegalServices,
  'legal-aid-case': takeLegalAidCases,
  visit: takeVisits,
  'model-worker': takeModelWorkerPayments,
  'closed-enterprise-allowance': takeClosedEnterpriseAllowances,
};

/** How a kind of ledger is taken in. The types of its own columns end here: from here on all ledgers are alike. */
export function takerOf(kind: LedgerKindCode): Taker {
  return takers[kind] as unknown as Taker;
}
