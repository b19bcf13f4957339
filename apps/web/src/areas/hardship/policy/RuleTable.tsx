import { DataTable, type Column } from '../../../kit/DataTable.js';
import { Section } from '../../../kit/Section.js';
import { StatusTag } from '../../../kit/StatusTag.js';
import { NOTHING, useWords } from '../../../kit/words.js';
import { Unverified } from '../eligibility/Verdict.js';
import { stateOf, stateTones, type Rule } from './policy-codes.js';
import { Span } from './Span.js';
import styles from './policy.module.css';

interface Props {
  rules: readonly Rule[];
  chosen: string | undefined;
  onChoose: (id: string) => void;
}

/** Every version of every rule, the newest first; one is open beneath. */
export function RuleTable({ rules, chosen, onChoose }: Props) {
  const { t, say } = useWords();
  const columns: Column<Rule>[] = [
    {
      key: 'id',
      title: t('policy.version'),
      width: 84,
      render: (rule) => (
        <button type="button" className={styles['pick']} aria-pressed={rule.id === chosen} onClick={() => onChoose(rule.id)}>
          {rule.id}
        </button>
      ),
    },
    { key: 'name', title: t('policy.ruleName'), render: (rule) => say(rule.name), hint: (rule) => say(rule.name) },
    { key: 'span', title: t('policy.days'), width: 268, render: (rule) => <Span row={rule} /> },
    {
      key: 'state',
      title: t('fields.status'),
      width: 96,
      render: (rule) => <StatusTag tone={stateTones[stateOf(rule)]}>{t(`policy.states.${stateOf(rule)}`)}</StatusTag>,
    },
    {
      key: 'doubts',
      title: t('policy.doubts'),
      width: 176,
      render: (rule) => (
        <span className={styles['doubts']}>
          {(rule.unverified > 0 || rule.periodUnverified) && <Unverified />}
          {rule.missing > 0 && <span className={styles['missing']}>{t('policy.missing', { count: rule.missing })}</span>}
          {rule.unverified === 0 && rule.missing === 0 && !rule.periodUnverified && NOTHING}
        </span>
      ),
    },
    {
      key: 'published',
      title: t('policy.publishedBy'),
      width: 150,
      spare: true,
      render: ({ published }) => (published ? `${published.madeByName}、${published.agreedByName ?? NOTHING}` : t('policy.withSystem')),
    },
  ];
  return (
    <Section title={t('policy.rulesTab')} flush>
      <DataTable
        caption={t('policy.rulesTab')}
        columns={columns}
        rows={[...rules].reverse()}
        rowKey={(rule) => rule.id}
        rowTone={(rule) => (rule.id === chosen || rule.inForce ? undefined : 'quiet')}
      />
    </Section>
  );
}
