import { hardshipClasses } from '#rules/hardship/codes';
import { Section } from '../../../kit/Section.js';
import { useWords } from '../../../kit/words.js';
import { Alternatives, CriterionList } from './RuleCriteria.js';
import type { Rule } from './policy-codes.js';
import styles from './policy.module.css';

/** What one rule asks, class by class, with the text that each criterion rests on. */
export function RuleDetail({ rule }: { rule: Rule }) {
  const { t, say } = useWords();
  return (
    <div className={styles['detail']}>
      <h2>
        {rule.id} · {say(rule.name)}
      </h2>
      {rule.classes.map((one) => (
        <Section
          key={one.hardshipClass}
          title={say(hardshipClasses[one.hardshipClass])}
          tools={!one.opensFile && <span className="soft">{t('policy.noFile')}</span>}
        >
          <Alternatives all={one.alternatives} sources={rule.sources} />
        </Section>
      ))}
      <Section title={t('policy.applicants')}>
        {rule.applicants.length === 0 ? (
          <p className="soft">{t('policy.anybody')}</p>
        ) : (
          <Alternatives all={rule.applicants} sources={rule.sources} />
        )}
      </Section>
      <Section title={t('policy.exclusions')} tools={<span className="soft">{t('policy.anyExcludes')}</span>}>
        <CriterionList criteria={rule.exclusions} sources={rule.sources} />
      </Section>
      <Section title={t('policy.lifting')}>
        {rule.lifting.length === 0 && <p className="soft">{t('policy.noLifting')}</p>}
        {rule.lifting.map((terms) => (
          <div key={terms.classes.join()} className={styles['way']}>
            <h3>{terms.classes.map((one) => say(hardshipClasses[one])).join('、')}</h3>
            <CriterionList criteria={terms.criteria} sources={rule.sources} />
          </div>
        ))}
      </Section>
    </div>
  );
}
