import { DataTable, type Column } from '../../../kit/DataTable.js';
import { Facts } from '../../../kit/Facts.js';
import { Money } from '../../../kit/Money.js';
import { Section } from '../../../kit/Section.js';
import { useWords } from '../../../kit/words.js';
import { useDivisions } from '../../organisations/DivisionSelect.js';
import { Unverified } from '../eligibility/Verdict.js';
import { thresholdText, type Policy } from './policy-codes.js';
import styles from './policy.module.css';

type Threshold = NonNullable<Policy['rule']>['thresholds'][number];

/** What would hold, beside what holds. */
export function PolicyChange({ policy }: { policy: Policy }) {
  const { t } = useWords();
  return (
    <Section title={t('policy.whatChanges')} flush>
      {policy.rule && <RuleChange rule={policy.rule} />}
      {policy.standard && <StandardChange standard={policy.standard} />}
    </Section>
  );
}

function RuleChange({ rule }: { rule: NonNullable<Policy['rule']> }) {
  const { t, say } = useWords();
  const columns: Column<Threshold>[] = [
    { key: 'name', title: t('policy.criterion'), width: 220, wrap: true, render: (row) => say(row.name) },
    { key: 'before', title: t('policy.now'), width: 108, align: 'right', render: (row) => say(thresholdText(row.unit, row.before)) },
    {
      key: 'after',
      title: t('policy.wanted'),
      width: 110,
      align: 'right',
      render: (row) => <strong>{say(thresholdText(row.unit, row.after))}</strong>,
    },
    { key: 'words', title: t('policy.words'), wrap: true, render: (row) => say(row.words) },
  ];
  return (
    <>
      <DataTable caption={t('policy.whatChanges')} columns={columns} rows={rule.thresholds} rowKey={(row) => row.code} />
      <div className={styles['under']}>
        <Facts
          facts={[
            { label: t('policy.base'), value: `${rule.ruleId} · ${say(rule.ruleName)}`, wide: true },
            {
              label: t('policy.instrument'),
              value: rule.instrument ? [rule.instrument, rule.article].filter(Boolean).join(' ') : <NoPaper />,
              wide: true,
            },
            rule.says !== null && { label: t('policy.says'), value: rule.says, wide: true },
          ]}
        />
      </div>
    </>
  );
}

/** Without a paper the thresholds stay in doubt, also once they hold. */
function NoPaper() {
  const { t } = useWords();
  return (
    <>
      {t('policy.noInstrument')} <Unverified />
    </>
  );
}

function StandardChange({ standard }: { standard: NonNullable<Policy['standard']> }) {
  const { t } = useWords();
  const division = useDivisions().find(({ code }) => code === standard.division)?.name ?? standard.division;
  return (
    <div className={styles['under']}>
      <Facts
        facts={[
          { label: t('policy.division'), value: division },
          {
            label: t('policy.now'),
            value: (
              <>
                <Money fen={standard.beforeFen} /> {standard.beforeUnverified && <Unverified />}
              </>
            ),
          },
          { label: t('policy.wanted'), value: <Money fen={standard.amountFen} /> },
          { label: t('policy.source'), value: standard.source },
        ]}
      />
    </div>
  );
}
