import type { z } from 'zod';
import type { AuditRow } from '#contract/audit';
import { disputeMoveLabels, disputeStatuses } from '#rules/disputes/dispute-lifecycle';
import { petitionMoveLabels, petitionStatuses } from '#rules/petitions/petition-lifecycle';
import { NOTHING, type Label } from '../../kit/words.js';

type Row = Pick<z.infer<typeof AuditRow>, 'type' | 'details'>;
type Language = 'zh' | 'en';

const moves: Readonly<Record<string, Label>> = { ...disputeMoveLabels, ...petitionMoveLabels };
const statuses: Readonly<Record<string, Label>> = { ...petitionStatuses, ...disputeStatuses };
const fieldWords: Readonly<Record<string, Label>> = {
  name: { zh: '姓名', en: 'Name' },
  idNumber: { zh: '身份证号', en: 'ID number' },
  phone: { zh: '电话', en: 'Phone' },
  health: { zh: '健康信息', en: 'Health' },
  bankAccount: { zh: '银行账号', en: 'Bank account' },
};

/** What an entry tells beyond its type: words and counts, never ids. */
export function detailsText({ type, details }: Row, language: Language): string {
  const text = (name: string): string | undefined =>
    typeof details[name] === 'string' && details[name] !== '' ? details[name] : undefined;
  const word = (words: Readonly<Record<string, Label>>, code: string | undefined): string | undefined =>
    code ? words[code]?.[language] : undefined;
  const parts: (string | undefined)[] = [];
  if (type.endsWith('.moved') && text('move')) {
    const [from, to] = [word(statuses, text('from')), word(statuses, text('to'))];
    parts.push(word(moves, text('move')), from && to ? `${from} → ${to}` : undefined);
  }
  if (type === 'person.revealed') parts.push(word(fieldWords, text('field')), text('purpose'));
  parts.push(text('number'), text('name'), text('fileName'), text('username'), text('reason'), text('period'));
  if (type === 'import.finished') {
    const count = (name: string): number => Number(details[name] ?? 0);
    const counts =
      language === 'en' ? ['created', 'updated', 'unchanged', 'duplicate', 'rejected'] : ['新增', '更新', '无变化', '重复', '退回'];
    parts.push(['created', 'updated', 'unchanged', 'duplicate', 'rejected'].map((name, at) => `${counts[at]} ${count(name)}`).join(' · '));
  }
  return parts.filter(Boolean).join(' · ') || NOTHING;
}
