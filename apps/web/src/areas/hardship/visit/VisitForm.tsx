import {
  isAsked,
  missingOf,
  visitField,
  visitFieldNames,
  visitSections,
  type VisitFieldName,
  type VisitSection,
} from '#rules/hardship/visits/visit-form';
import { pendingFields, shownValue, shownValues } from '#rules/hardship/visits/visit-on-device';
import { showInstant } from '../../../kit/formats.js';
import { useWords } from '../../../kit/words.js';
import type { KeptVisit } from './kept-visit.js';
import { PhotoTray } from './PhotoTray.js';
import styles from './visit.module.css';
import { useVisitDesk } from './VisitDesk.js';
import { VisitFieldInput } from './VisitFieldInput.js';

const fieldsOf = (section: VisitSection): VisitFieldName[] => visitFieldNames.filter((name) => visitField(name).section === section);

/** 《入户调查表》, one column, in the order of the paper. Everything written is kept at once. */
export function VisitForm({ visit, photos }: { visit: KeptVisit; photos: number }) {
  const { say } = useWords();
  const { satchel } = useVisitDesk();
  const { device, facts, record } = visit;
  const values = shownValues(device);
  const missing = new Set(missingOf(values, photos));
  const waiting = new Set(pendingFields(device));
  const torn = new Set<string>(record.conflicts.map(({ name }) => name));
  const disabled = satchel === null || record.over;
  return (
    // Without autocomplete="off" on the form the browser keeps what stands in its fields on the disk, to restore the page after a crash.
    <form className={styles['form']} autoComplete="off" onSubmit={(event) => event.preventDefault()}>
      {(Object.keys(visitSections) as VisitSection[]).map((section) => (
        <section key={section} className={styles['card']} data-section={section}>
          <h2>{say(visitSections[section])}</h2>
          {section === 'photos' && <PhotoTray visit={visit} disabled={disabled} />}
          {fieldsOf(section)
            .filter((name) => isAsked(name, values))
            .map((name) => (
              <VisitFieldInput
                key={name}
                name={name}
                value={shownValue(device, name)}
                facts={facts}
                disabled={disabled || torn.has(name)}
                missing={missing.has(name)}
                waiting={waiting.has(name)}
                note={<FieldNote visit={visit} name={name} torn={torn.has(name)} />}
                onWrite={(value) => void satchel?.write(visit.id, name, value)}
              />
            ))}
        </section>
      ))}
    </form>
  );
}

/** Who wrote what stands there, where it was somebody else. */
function FieldNote({ visit, name, torn }: { visit: KeptVisit; name: VisitFieldName; torn: boolean }) {
  const { t } = useWords();
  if (torn) return <small className={styles['unfit']}>{t('visits.torn')}</small>;
  const entry = visit.device.form.fields[name];
  if (!entry || entry.by === visit.ownerId || visit.device.changed[name]) return null;
  return <small className={styles['soft']}>{t('visits.writtenBy', { name: entry.byName, at: showInstant(entry.at) })}</small>;
}
