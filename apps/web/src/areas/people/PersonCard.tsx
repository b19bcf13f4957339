import type { ReactNode } from 'react';
import type { z } from 'zod';
import type { PersonMatches, PersonRow } from '#contract/people';
import { useWords } from '../../kit/words.js';
import styles from './people.module.css';
import { sexes } from './people-codes.js';

type Similar = z.infer<typeof PersonMatches>['similar'][number];

/** Somebody who may be the one we look for: enough to tell them apart, and why they are shown. */
export function PersonCard({ person, children }: { person: z.infer<typeof PersonRow> | Similar; children?: ReactNode }) {
  const { t, label } = useWords();
  const because = 'because' in person ? person.because : [];
  return (
    <div className={styles['card']}>
      <p>
        <strong>{person.name}</strong>
        {person.sex && <span>{label(sexes, person.sex)}</span>}
        {person.birthDate && <span className="number">{person.birthDate}</span>}
        {because.map((why) => (
          <em key={why}>{t(`people.because.${why}`)}</em>
        ))}
      </p>
      <p className="soft">
        <span className="number">{person.idMasked ?? t('people.noId')}</span>
        {person.phoneMasked && <span className="number">{person.phoneMasked}</span>}
        {person.employerName && <span>{person.employerName}</span>}
      </p>
      {children && <p className={styles['ways']}>{children}</p>}
    </div>
  );
}
