import type { VisitFacts } from '#contract/visits';
import { visitField, type VisitFieldName, type VisitorNamed, type VisitValue } from '#rules/hardship/visits/visit-form';
import { formatYuan } from '#rules/shared/money';
import { NOTHING, type Words } from '../../../kit/words.js';

/** A value of the form as it is read; members by name where the names are known. */
export function visitValueText(
  name: VisitFieldName,
  value: VisitValue | undefined,
  words: Words,
  members: VisitFacts['members'] = [],
): string {
  const { kind, codes = {} } = visitField(name);
  const between = words.language === 'zh' ? '、' : ', ';
  if (value === null || value === undefined) return NOTHING;
  if (kind === 'choice') return words.label(codes, String(value));
  if (kind === 'choices') return (value as string[]).map((code) => words.label(codes, code)).join(between);
  if (kind === 'members')
    return (value as string[])
      .map((id) => members.find(({ personId }) => personId === id)?.name ?? words.t('visits.someMember'))
      .join(between);
  if (kind === 'fen') return formatYuan(value as number);
  if (kind === 'flag') return words.t(value ? 'visits.yes' : 'visits.no');
  if (kind === 'visitor') return (value as VisitorNamed).name;
  return String(value);
}
