import type { z } from 'zod';
import type { AuditRow } from '#contract/audit';
import { disputeMoveLabels, disputeStatuses } from '#rules/disputes/dispute-lifecycle';
import { fileMoveLabels, fileStatuses } from '#rules/hardship/file-lifecycle';
import { petitionMoveLabels, petitionStatuses } from '#rules/petitions/petition-lifecycle';
import { NOTHING, type Label } from '../../kit/words.js';

type Row = Pick<z.infer<typeof AuditRow>, 'type' | 'details'>;
type Language = 'zh' | 'en';

type Words = Readonly<Record<string, Label>>;

/** The moves and statuses of each register: what is called alike in two of them is not the same. */
const lifecycles: Readonly<Record<string, { moves: Words; statuses: Words }>> = {
  dispute: { moves: disputeMoveLabels, statuses: disputeStatuses },
  petition: { moves: petitionMoveLabels, statuses: petitionStatuses },
  hardship: { moves: fileMoveLabels, statuses: fileStatuses },
};
const whyRefused: Words = {
  'access.wrong-credentials': { zh: '用户名或密码不正确', en: 'wrong name or password' },
  'access.totp-wrong': { zh: '动态验证码不正确', en: 'wrong one-time code' },
  'access.locked': { zh: '账号已锁定', en: 'account locked' },
};
const fieldWords: Words = {
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
  const word = (words: Words | undefined, code: string | undefined): string | undefined => (code ? words?.[code]?.[language] : undefined);
  const parts: (string | undefined)[] = [];
  if (type.endsWith('.moved') && text('move')) {
    const known = lifecycles[type.split('.')[0]!];
    const [from, to] = [word(known?.statuses, text('from')), word(known?.statuses, text('to'))];
    parts.push(word(known?.moves, text('move')), from && to ? `${from} → ${to}` : undefined);
  }
  if (type === 'person.revealed') parts.push(word(fieldWords, text('field')), text('purpose'));
  parts.push(text('number'), text('name'), text('fileName'), username(text('username'), language), text('reason'), text('period'));
  if (type === 'session.refused') parts.push(word(whyRefused, text('why')));
  if (type === 'import.finished') {
    const count = (name: string): number => Number(details[name] ?? 0);
    const counts =
      language === 'en' ? ['created', 'updated', 'unchanged', 'duplicate', 'rejected'] : ['新增', '更新', '无变化', '重复', '退回'];
    parts.push(['created', 'updated', 'unchanged', 'duplicate', 'rejected'].map((name, at) => `${counts[at]} ${count(name)}`).join(' · '));
  }
  return parts.filter(Boolean).join(' · ') || NOTHING;
}

/** A name that no account has is not kept: it may be a password typed into the wrong field. */
const username = (name: string | undefined, language: Language): string | undefined =>
  name === 'unknown' ? { zh: '没有这个用户名', en: 'no such user name' }[language] : name;
