import type { ReactNode } from 'react';
import { Link } from 'react-router';
import type { VisitRecord } from '#contract/visits';
import { visitPurposes } from '#rules/hardship/visits/visit-codes';
import { visitField, visitFieldNames, visitSections, type VisitFieldName, type VisitSection } from '#rules/hardship/visits/visit-form';
import { showInstant } from '../../../kit/formats.js';
import { useWords } from '../../../kit/words.js';
import styles from './visit.module.css';
import { visitValueText } from './visit-words.js';

type Entry = VisitRecord['fields'][number];

/** The form as it stands, for reading: with what is torn, what was decided, and what came late. */
export function VisitReading({ record, tools }: { record: VisitRecord; tools: ReactNode }) {
  const words = useWords();
  const { t, say, label } = words;
  const entries = new Map(record.fields.map((field) => [field.name, field]));
  return (
    <>
      <section className={styles['card']}>
        <h1>
          {record.holderName} <small>{label(visitPurposes, record.purpose)}</small>
        </h1>
        <p className={styles['soft']}>
          {record.organisationName} · {t(record.complete ? 'visits.complete' : 'visits.incomplete', { count: record.missing.length })}
        </p>
        <Link to={`/hardship-files/${record.fileId}`}>{t('visits.toFile')}</Link>
        {record.over && <p>{t('visits.over')}</p>}
        {tools}
      </section>
      {(Object.keys(visitSections) as VisitSection[]).map((section) => {
        const shown = visitFieldNames.filter(
          (name) => visitField(name).section === section && entries.has(name) && entries.get(name)!.value !== null,
        );
        if (shown.length === 0) return null;
        return (
          <section key={section} className={styles['card']}>
            <h2>{say(visitSections[section])}</h2>
            <dl className={styles['facts']}>
              {shown.map((name) => (
                <Line key={name} entry={entries.get(name)!} />
              ))}
            </dl>
          </section>
        );
      })}
      <Asides
        title={t('visits.decided')}
        lines={record.decided.map(({ field, sides, byName, at }) => ({
          field,
          by: byName,
          at,
          text: sides.map((side) => visitValueText(field, side.value, words)).join(' ／ '),
        }))}
      />
      <Asides
        title={t('visits.late')}
        lines={record.late.map(({ field, value, byName, at }) => ({ field, by: byName, at, text: visitValueText(field, value, words) }))}
      />
    </>
  );
}

function Line({ entry }: { entry: Entry }) {
  const words = useWords();
  const { kind } = visitField(entry.name);
  return (
    <>
      <dt>{words.say(visitField(entry.name))}</dt>
      <dd>
        {kind === 'picture' ? (
          <img src={entry.value as string} alt={words.t('visits.signatureOf')} className={styles['ink']} />
        ) : (
          visitValueText(entry.name, entry.value, words)
        )}
      </dd>
    </>
  );
}

function Asides({ title, lines }: { title: string; lines: { field: VisitFieldName; by: string; at: string; text: string }[] }) {
  const { say } = useWords();
  if (lines.length === 0) return null;
  return (
    <section className={styles['card']}>
      <h2>{title}</h2>
      <dl className={styles['facts']}>
        {lines.map(({ field, by, at, text }) => (
          <div key={`${field} ${at} ${text}`}>
            <dt>{say(visitField(field))}</dt>
            <dd>
              {visitField(field).kind === 'picture' ? '' : text}
              <small className={styles['soft']}>
                {by} {showInstant(at)}
              </small>
            </dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
