import type { VisitFacts, VisitRecord } from '#contract/visits';
import { hardshipCauses } from '#rules/hardship/codes';
import { relations } from '#rules/hardship/household/household-members';
import { visitPurposes } from '#rules/hardship/visits/visit-codes';
import { showCount, showText } from '../../../kit/formats.js';
import { useWords } from '../../../kit/words.js';
import styles from './visit.module.css';

/** Whom one goes to see, and how to find them. */
export function FamilyCard({ record, facts }: { record: VisitRecord; facts: VisitFacts }) {
  const { t, label } = useWords();
  return (
    <section className={styles['card']}>
      <h1>
        {facts.holderName} <small>{label(visitPurposes, record.purpose)}</small>
      </h1>
      <dl className={styles['facts']}>
        <dt>{t('visits.address')}</dt>
        <dd>{showText(facts.address)}</dd>
        <dt>{t('visits.phone')}</dt>
        <dd>{facts.phone && /^\d+$/.test(facts.phone) ? <a href={`tel:${facts.phone}`}>{facts.phone}</a> : showText(facts.phone)}</dd>
        <dt>{t('visits.cause')}</dt>
        <dd>{label(hardshipCauses, facts.mainCause)}</dd>
        <dt>{t('visits.employer')}</dt>
        <dd>{showText(facts.employerName)}</dd>
        <dt>{t('visits.household', { count: facts.members.length || facts.householdSize })}</dt>
        <dd>
          {facts.members.length === 0
            ? showCount(facts.householdSize)
            : facts.members.map((member) => `${member.name}（${label(relations, member.relation)}）`).join(' ')}
        </dd>
        <dt>{t('visits.organisation')}</dt>
        <dd>{record.organisationName}</dd>
      </dl>
    </section>
  );
}
