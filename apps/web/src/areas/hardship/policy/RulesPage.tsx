import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';
import { Link, useNavigate, useSearchParams } from 'react-router';
import { listEligibilityRules } from '../../../api/policy.js';
import { keys } from '../../../api/query-keys.js';
import { useCan } from '../../../api/use-me.js';
import { PageHead } from '../../../kit/PageHead.js';
import { QueryState } from '../../../kit/QueryState.js';
import { Tabs } from '../../../kit/Tabs.js';
import { useWords } from '../../../kit/words.js';
import { RuleDetail } from './RuleDetail.js';
import { RuleDraftForm } from './RuleDraftForm.js';
import { RuleTable } from './RuleTable.js';
import { StandardDraftForm } from './StandardDraftForm.js';
import { StandardTable } from './StandardTable.js';
import styles from './policy.module.css';

/** By what families are recognised: every rule and standard, its days, what it cites, and what of it nobody has confirmed. */
export function RulesPage() {
  const { t } = useWords();
  const can = useCan();
  const navigate = useNavigate();
  const [params, setParams] = useSearchParams();
  const [drafting, setDrafting] = useState<'rule' | 'standard' | null>(null);
  const query = useQuery({ queryKey: keys.list('policy', { rules: true }), queryFn: ({ signal }) => listEligibilityRules(signal) });
  const choose = (id: string): void => {
    const next = new URLSearchParams(params);
    next.set('rule', id);
    setParams(next, { replace: true, preventScrollReset: true });
  };
  const may = (name: string): boolean => query.data?.actions.some((action) => action.name === name && action.allowed) ?? false;
  const opened = (id: string): void => void navigate(`/policies/${id}`);
  return (
    <>
      <PageHead title={t('policy.rules')} about={t('policy.rulesAbout')}>
        {can('policy.read') && (
          <Link to="/policies">
            <Button>{t('policy.drafts')}</Button>
          </Link>
        )}
        {may('draftStandard') && <Button onClick={() => setDrafting('standard')}>{t('policy.draftStandard')}</Button>}
        {may('draftRule') && (
          <Button type="primary" onClick={() => setDrafting('rule')}>
            {t('policy.draftRule')}
          </Button>
        )}
      </PageHead>
      <QueryState query={query} lines={12}>
        {({ rules, standards, divisions }) => {
          const rule = rules.find(({ id }) => id === params.get('rule')) ?? rules.find(({ inForce }) => inForce) ?? rules.at(-1);
          return (
            <>
              <Tabs
                label={t('policy.rules')}
                tabs={[
                  {
                    key: 'rules',
                    label: t('policy.rulesTab'),
                    content: () => (
                      <div className={styles['stack']}>
                        <RuleTable rules={rules} chosen={rule?.id} onChoose={choose} />
                        {rule && <RuleDetail key={rule.id} rule={rule} />}
                      </div>
                    ),
                  },
                  {
                    key: 'standards',
                    label: t('policy.standardsTab'),
                    content: () => <StandardTable standards={standards} divisions={divisions} />,
                  },
                ]}
              />
              {drafting === 'rule' && rule && <RuleDraftForm rule={rule} onClose={() => setDrafting(null)} onMade={opened} />}
              {drafting === 'standard' && <StandardDraftForm onClose={() => setDrafting(null)} onMade={opened} />}
            </>
          );
        }}
      </QueryState>
    </>
  );
}
