import { useQuery } from '@tanstack/react-query';
import { Button, Form } from 'antd';
import { Link } from 'react-router';
import { petitionChannels, petitionSubjects } from '#rules/petitions/codes';
import { findPetitions } from '../../api/petitions.js';
import { keys } from '../../api/query-keys.js';
import { Notice } from '../../kit/Notice.js';
import { useWords } from '../../kit/words.js';
import { CaseStatus } from '../desk/CaseStatus.js';
import styles from './petitions.module.css';

/** While somebody registers: what the same employer's people have brought lately, so that a repeat is known for one. */
export function EarlierContacts() {
  const { t, label } = useWords();
  const form = Form.useFormInstance();
  const employerId = Form.useWatch('employerId', { form, preserve: true }) as string | null | undefined;
  const asked = { ...(employerId && { employerId }), limit: 3 };
  const query = useQuery({
    queryKey: keys.list('petition', asked),
    queryFn: ({ signal }) => findPetitions(asked, signal),
    enabled: Boolean(employerId),
  });
  const earlier = employerId ? (query.data?.items ?? []) : [];
  if (earlier.length === 0) return null;
  return (
    <div className={styles['earlier']}>
      <Notice tone="warning">
        <div className={styles['row']}>
          <span>{t('petitions.earlier')}</span>
          <Button size="small" onClick={() => form.setFieldValue('contactKind', 'repeat')}>
            {t('petitions.markRepeat')}
          </Button>
        </div>
        <ul>
          {earlier.map((petition) => (
            <li key={petition.id}>
              <Link to={`/petitions/${petition.id}`} target="_blank" rel="noopener">
                {petition.number ?? petition.registeredOn}
              </Link>
              <span className="number">{petition.registeredOn}</span>
              <span>{petition.anonymous ? t('petitions.anonymous') : petition.petitionerName}</span>
              <span>{label(petitionSubjects, petition.subject)}</span>
              <span>{label(petitionChannels, petition.channel)}</span>
              <CaseStatus noun="petition" status={petition.status} />
            </li>
          ))}
        </ul>
      </Notice>
    </div>
  );
}
