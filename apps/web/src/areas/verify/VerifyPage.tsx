import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useParams } from 'react-router';
import { certificateStatuses } from '#rules/hardship/certificates/certificate-lifecycle';
import { verifyCertificate } from '../../api/certificates.js';
import { asProblem, isNotFound } from '../../api/problem.js';
import { useDocumentTitle } from '../../kit/PageHead.js';
import { ProblemNotice } from '../../kit/ProblemNotice.js';
import { useWords } from '../../kit/words.js';
import styles from './verify.module.css';

/** What a stranger sees who scans the code of a certificate: valid or not, and until when. Nobody signs in here, and nobody is named. */
export function VerifyPage() {
  const { token = '' } = useParams();
  const { t } = useWords();
  useDocumentTitle(t('verify.title'));
  const query = useQuery({
    queryKey: ['verify', token],
    queryFn: ({ signal }) => verifyCertificate(token, signal),
    retry: false,
    staleTime: 0,
  });
  return (
    <main className={styles['page']}>
      <h1>{t('verify.title')}</h1>
      <div aria-live="polite">
        {query.isFetching ? (
          <p>{t('verify.asking')}</p>
        ) : query.data ? (
          <Verdict {...query.data} />
        ) : isUnknown(query.error) ? (
          <div className={styles['verdict']} data-good={false}>
            <strong>{t('verify.unknown')}</strong>
            <p>{t('verify.unknownHint')}</p>
          </div>
        ) : (
          <ProblemNotice problem={asProblem(query.error)} onRetry={() => void query.refetch()} />
        )}
      </div>
      <Button onClick={() => void query.refetch()}>{t('verify.again')}</Button>
      <p className="soft">{t('verify.privacy')}</p>
    </main>
  );
}

/** A token that cannot be one is as unknown as one that is none of ours. */
const isUnknown = (error: unknown): boolean => isNotFound(error) || asProblem(error).code === 'http.invalid';

function Verdict({ number, status, validUntil }: Awaited<ReturnType<typeof verifyCertificate>>) {
  const { t, label } = useWords();
  const good = status === 'valid';
  return (
    <div className={styles['verdict']} data-good={good}>
      <strong>{t(good ? 'verify.good' : 'verify.bad')}</strong>
      <dl>
        <dt>{t('verify.number')}</dt>
        <dd className="number">{number}</dd>
        <dt>{t('verify.status')}</dt>
        <dd>{label(certificateStatuses, status)}</dd>
        <dt>{t('verify.until')}</dt>
        <dd className="number">{validUntil}</dd>
      </dl>
    </div>
  );
}
