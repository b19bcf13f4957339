import { Link } from 'react-router';
import type { CandidateRecord } from '#contract/candidates';
import { closings, governmentAids, waysOfHelp } from '#rules/hardship/finder/candidate-codes';
import { revealPerson } from '../../../api/people.js';
import { useCan } from '../../../api/use-me.js';
import { Facts } from '../../../kit/Facts.js';
import { showText } from '../../../kit/formats.js';
import { MaskedField } from '../../../kit/MaskedField.js';
import { Section } from '../../../kit/Section.js';
import { useWords } from '../../../kit/words.js';
import { CaseStatus } from '../../desk/CaseStatus.js';
import { sexes } from '../../people/people-codes.js';
import styles from './candidates.module.css';

type Props = { candidate: CandidateRecord };

/** Whom to speak to, the family's file where there is one, and how it was closed. */
export function CandidateFacts({ candidate }: Props) {
  const { t, label } = useWords();
  const can = useCan();
  const { person, openFile } = candidate;
  const reveal = (field: 'name' | 'phone') =>
    person && can('person.reveal') ? async (purpose: string) => (await revealPerson(person.id, { field, purpose })).value : undefined;
  return (
    <>
      <Section title={t('candidates.person')}>
        <Facts
          facts={[
            { label: t('people.name'), value: <MaskedField label={t('people.name')} masked={person?.name ?? null} reveal={reveal('name')} /> },
            { label: t('people.phone'), value: <MaskedField label={t('people.phone')} masked={person?.phoneMasked ?? null} reveal={reveal('phone')} /> },
            { label: t('people.sex'), value: label(sexes, person?.sex) },
            { label: t('people.employer'), value: showText(person?.employerName) },
            person && { label: t('candidates.more'), value: <Link to={`/people/${person.id}`}>{t('candidates.personPage')}</Link> },
            openFile && {
              label: t('candidates.file'),
              value: (
                <>
                  <Link to={`/hardship-files/${openFile.id}`}>{openFile.number ?? t('candidates.itsApplication')}</Link>{' '}
                  <CaseStatus noun="hardship" status={openFile.status} />
                </>
              ),
            },
          ]}
        />
      </Section>
      {candidate.closing && <ClosingFacts candidate={candidate} />}
    </>
  );
} // prettier-ignore

function ClosingFacts({ candidate }: Props) {
  const { t, label, say } = useWords();
  const { closing, closingDetails, closingNote, closedOn, closedByName, criteria, fileId } = candidate;
  const criterion = criteria.find(({ code }) => code === closingDetails?.['criterion']);
  return (
    <Section title={t('candidates.closedHow')}>
      <Facts
        facts={[
          { label: t('candidates.closing'), value: label(closings, closing) },
          { label: t('candidates.closedOn'), value: <span className="number">{closedOn}</span> },
          { label: t('candidates.closedBy'), value: showText(closedByName) },
          closing === 'helped' && { label: t('candidates.help'), value: label(waysOfHelp, closingDetails?.['help']) },
          closing === 'government-aid' && { label: t('candidates.governmentAid'), value: label(governmentAids, closingDetails?.['governmentAid']) },
          closing === 'not-eligible' && { label: t('candidates.criterion'), value: criterion ? say(criterion) : showText(null) },
          closing === 'filed' && fileId !== null && { label: t('candidates.file'), value: <Link to={`/hardship-files/${fileId}`}>{t('candidates.itsApplication')}</Link> },
          closingNote !== null && { label: t('fields.note'), value: closingNote, wide: true },
        ]}
      />
    </Section>
  );
} // prettier-ignore

/** Who has to answer, and by when. */
export function DueFact({ candidate }: Props) {
  const { t } = useWords();
  const { ownerName, dueOn, foundOn, overdue, closedOn } = candidate;
  return (
    <>
      <p>{ownerName ?? t('candidates.nobody')}</p>
      <p className={styles['due']} data-late={overdue}>
        <span className="number">{closedOn ?? dueOn}</span>
      </p>
      <p className="soft">
        {closedOn ? t('candidates.closedOn') : overdue ? t('candidates.overdueSince') : t('candidates.closeBy')} ·{' '}
        {t('candidates.foundAt', { day: foundOn })}
      </p>
    </>
  );
}
