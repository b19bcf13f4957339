import { useQuery } from '@tanstack/react-query';
import { Link } from 'react-router';
import { employmentStates, hardshipCauses, hardshipClasses } from '#rules/hardship/codes';
import { shareOf } from '#rules/shared/money';
import { getPerson } from '../../../api/people.js';
import { keys } from '../../../api/query-keys.js';
import { useCan } from '../../../api/use-me.js';
import { ActionButton } from '../../../kit/ActionButton.js';
import { Facts } from '../../../kit/Facts.js';
import { showCount, showDay, showText } from '../../../kit/formats.js';
import { Money } from '../../../kit/Money.js';
import { Section } from '../../../kit/Section.js';
import { NOTHING, useWords } from '../../../kit/words.js';
import { answerText } from './answer-text.js';
import { ApplicationForm } from './ApplicationForm.js';
import { AssignFileForm } from './AssignFileForm.js';
import { DeclarationForm } from './DeclarationForm.js';
import { currentWorksheet } from '../file-checklist.js';
import type { FilePartProps } from '../file-parts.js';
import { entriesOf, plainEntries, sealedEntries } from './form-entries.js';

/** What was applied for, and why. */
export function ApplicationSection({ file, onReload }: FilePartProps) {
  const { t, label, language } = useWords();
  const can = useCan();
  return (
    <Section
      title={t('hardship.facts')}
      tools={
        can('hardship.record') && (
          <span>
            <ActionButton
              actions={file.actions}
              name="assignFile"
              label={t('hardship.assign')}
              form={(close) => <AssignFileForm file={file} onClose={close} onReload={onReload} />}
            />{' '}
            <ActionButton
              actions={file.actions}
              name="changeFileForm"
              label={t('hardship.change')}
              about={t('hardship.facts')}
              form={(close) => <ApplicationForm file={file} onClose={close} onReload={onReload} />}
            />
          </span>
        )
      }
    >
      <Facts
        facts={[
          { label: t('hardship.holder'), value: <Link to={`/people/${file.holderId}`}>{file.holderName}</Link> },
          { label: t('hardship.class'), value: file.hardshipClass ? label(hardshipClasses, file.hardshipClass) : t('hardship.noClass') },
          { label: t('hardship.cause'), value: label(hardshipCauses, file.mainCause) },
          {
            label: t('hardship.otherCauses'),
            value: file.otherCauses.map((cause) => label(hardshipCauses, cause)).join(language === 'zh' ? '、' : ', ') || NOTHING,
          },
          { label: t('hardship.employment'), value: label(employmentStates, file.employment) },
          { label: t('hardship.size'), value: showCount(file.householdSize) },
          {
            label: t('fields.employer'),
            value: file.employerId ? <Link to={`/employers/${file.employerId}`}>{file.employerName}</Link> : showText(file.employerName),
            wide: true,
          },
          { label: t('hardship.begunOn'), value: showDay(file.begunOn) },
          { label: t('hardship.receivedOn'), value: showDay(file.receivedOn) },
          { label: t('hardship.handler'), value: showText(file.handlerName) },
          { label: t('hardship.filedBy'), value: showText(file.filedBy) },
          file.filedOn !== null && { label: t('hardship.filedOn'), value: file.filedOn },
          file.reviewOn !== null && { label: t('hardship.reviewOn'), value: file.reviewOn },
          file.certificateNo !== null && { label: t('hardship.certificate'), value: file.certificateNo },
          file.endedOn !== null && { label: t('hardship.endedOn'), value: file.endedOn },
          file.remark !== null && { label: t('fields.remark'), value: file.remark, wide: true },
        ]}
      />
    </Section>
  );
}

/** 困难职工档案表: what the person, the form and the sheet together say. */
export function DeclarationSection({ file, onReload }: FilePartProps) {
  const words = useWords();
  const { t } = words;
  const can = useCan();
  const person = useQuery({
    queryKey: keys.record('person', file.holderId),
    queryFn: ({ signal }) => getPerson(file.holderId, signal),
    enabled: can('person.read'),
    retry: false,
  }).data;
  const totals = currentWorksheet(file.worksheets)?.totals ?? null;
  const holder = file.members.find(({ isHolder }) => isHolder);
  const own = totals?.members.find(({ memberId }) => memberId === holder?.id);
  return (
    <Section
      title={t('hardship.declaration')}
      tools={
        can('hardship.record') && (
          <ActionButton
            actions={file.actions}
            name="changeFileForm"
            label={t('hardship.fillIn')}
            about={t('hardship.declaration')}
            form={(close) => <DeclarationForm file={file} onClose={close} onReload={onReload} />}
          />
        )
      }
    >
      <Facts
        facts={[
          person !== undefined && { label: t('people.idNumber'), value: <span className="number">{showText(person.idMasked)}</span> },
          person !== undefined && { label: t('people.phone'), value: <span className="number">{showText(person.phoneMasked)}</span> },
          person !== undefined && { label: t('people.ethnicity'), value: showText(person.ethnicity) },
          person !== undefined && { label: t('people.birthDate'), value: showDay(person.birthDate) },
          person !== undefined && { label: t('people.address'), value: showText(person.address), wide: true },
          ...entriesOf(plainEntries, file.formEra).map((entry) => ({
            label: t(`hardship.form.${entry.name}`),
            value: answerText(entry, file.form.plain, words),
          })),
          ...(file.form.sealed === null
            ? []
            : entriesOf(sealedEntries, file.formEra).map((entry) => ({
                label: t(`hardship.form.${entry.name}`),
                value: answerText(entry, file.form.sealed, words),
                wide: entry.kind === 'prose',
              }))),
          own !== undefined && { label: t('hardship.ownIncome'), value: <Money fen={shareOf(own.incomeYearFen, 1, 12)} /> },
          totals !== null && { label: t('hardship.yearIncome'), value: <Money fen={totals.incomeYearFen} /> },
          totals !== null && { label: t('hardship.perCapita'), value: <Money fen={totals.incomePerCapitaMonthFen} /> },
        ]}
      />
      {!file.sealedShown && <p className="soft">{t('hardship.sealed')}</p>}
    </Section>
  );
}
