import type { HardshipRecord } from '#contract/hardship';
import { consentKinds, leavings, relations } from '#rules/hardship/household/household-members';
import type { Column } from '../../../kit/DataTable.js';
import { showDay, showText } from '../../../kit/formats.js';
import { Money } from '../../../kit/Money.js';
import type { Words } from '../../../kit/words.js';
import { currentWorksheet } from '../file-checklist.js';
import { codeWords } from '../form/form-entries.js';
import styles from '../hardship.module.css';

export type Member = HardshipRecord['members'][number];

/** The columns of those who belong to the household now, and of those who did. */
export function hardshipTables(file: HardshipRecord, words: Words): { present: Column<Member>[]; gone: Column<Member>[] } {
  const { t, label } = words;
  const sheet = currentWorksheet(file.worksheets);
  const totals = new Map((sheet?.totals?.members ?? []).map((one) => [one.memberId, one]));
  const unproved = (member: Member): number =>
    sheet?.sheet?.lines.filter((line) => line.memberId === member.id && line.voucherId === null).length ?? 0;
  const who: Column<Member>[] = [
    { key: 'name', title: t('people.name'), width: 72, render: (member) => member.name },
    { key: 'relation', title: t('hardship.relationShort'), width: 64, render: (member) => label(relations, member.relation) },
    {
      key: 'birth',
      title: t('people.birthDate'),
      width: 92,
      render: (member) => <span className="number">{showDay(member.birthDate)}</span>,
    },
  ];
  return {
    present: [
      ...who,
      {
        key: 'health',
        spare: true,
        title: t('hardship.form.health'),
        width: 78,
        render: (member) => label(codeWords('health'), member.answers?.health ?? (member.isHolder ? file.form.sealed?.health : null)),
      },
      {
        key: 'status',
        spare: true,
        title: t('people.memberStatus'),
        width: 76,
        render: (member) => showText(member.status ?? member.schooling),
      },
      {
        key: 'income',
        title: t('hardship.incomeYear'),
        width: 94,
        align: 'right',
        render: (member) => <Money fen={totals.get(member.id)?.incomeYearFen} bare />,
      },
      {
        key: 'outlay',
        title: t('hardship.outlayYear'),
        width: 94,
        align: 'right',
        render: (member) => <Money fen={totals.get(member.id)?.outlayYearFen} bare />,
      },
      {
        key: 'evidence',
        title: t('hardship.evidence'),
        wrap: true,
        render: (member) => <Evidence member={member} unproved={unproved(member)} words={words} />,
      },
    ],
    gone: [
      ...who,
      {
        key: 'joined',
        title: t('hardship.joinedOn'),
        width: 92,
        render: (member) => <span className="number">{showDay(member.joinedOn)}</span>,
      },
      { key: 'left', title: t('hardship.leftOn'), width: 92, render: (member) => <span className="number">{showDay(member.leftOn)}</span> },
      { key: 'leaving', title: t('hardship.leaving'), render: (member) => label(leavings, member.leaving) },
    ],
  };
}

function Evidence({ member, unproved, words: { t, say } }: { member: Member; unproved: number; words: Words }) {
  return (
    <span className={styles['chips']}>
      {member.consentsNeeded.map((kind) => {
        const missing = member.consentsMissing.includes(kind);
        return (
          <span key={kind} data-tone={missing ? 'open' : 'done'} title={say(consentKinds[kind])}>
            {t(`consents.short.${kind}`)}
            {missing ? ` ${t('consents.missing')}` : ' ✓'}
          </span>
        );
      })}
      {unproved > 0 && <span data-tone="open">{t('hardship.unproved', { count: unproved })}</span>}
    </span>
  );
}
