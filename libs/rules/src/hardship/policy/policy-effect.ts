/** What a change of rule or standard does to one household: for what-ifs and for the list of families to assess again. It decides about nobody. */
import type { Label } from '../../shared/label.js';
import { hardshipClasses, type HardshipClass } from '../codes.js';
import type { Screened } from '../eligibility/screen-households.js';

export const policyEffects = {
  enters: { zh: '新纳入', en: 'Enters' },
  leaves: { zh: '不再符合', en: 'Leaves' },
  graver: { zh: '类别加重', en: 'To a graver class' },
  milder: { zh: '类别减轻', en: 'To a milder class' },
  same: { zh: '不变', en: 'The same' },
  undecided: { zh: '无法判定', en: 'Cannot be decided' },
} as const satisfies Record<string, Label>;
export type PolicyEffect = keyof typeof policyEffects;

/** A class that opens no file is no milder one: whoever falls into it has lost the file. */
export function policyEffect(
  before: Screened,
  after: Screened,
  opensFile: (hardshipClass: HardshipClass) => boolean = () => true,
): PolicyEffect {
  if (before.verdict === 'undecided' || after.verdict === 'undecided') return 'undecided';
  if (before.proposed === after.proposed) return 'same';
  if (before.proposed === null || after.proposed === null) return before.proposed === null ? 'enters' : 'leaves';
  if (opensFile(before.proposed) !== opensFile(after.proposed)) return opensFile(after.proposed) ? 'enters' : 'leaves';
  return hardshipClasses[after.proposed].rank < hardshipClasses[before.proposed].rank ? 'graver' : 'milder';
}

/** What stands beside a file in a what-if: an imported file without a worksheet has nothing that a rule could judge. */
export const policyFindings = {
  ...policyEffects,
  unassessed: { zh: '无测算', en: 'Not assessed' },
} as const satisfies Record<string, Label>;
export type PolicyFinding = keyof typeof policyFindings;
