import { Button, Input, QRCode } from 'antd';
import { useState, type FormEvent } from 'react';
import { beginTotp, confirmTotp, disableTotp } from '../../api/access.js';
import { asProblem } from '../../api/problem.js';
import { Notice } from '../../kit/Notice.js';
import { ProblemNotice } from '../../kit/ProblemNotice.js';
import { Section } from '../../kit/Section.js';
import { useSubmit } from '../../kit/use-submit.js';
import { useWords } from '../../kit/words.js';
import styles from './access.module.css';

/** The second factor: enrolled with a code drawn on this page and nowhere else. */
export function SecondFactor({ enabled }: { enabled: boolean }) {
  const { t } = useWords();
  const [enrolment, setEnrolment] = useState<{ secret: string; uri: string } | null>(null);
  const [password, setPassword] = useState('');
  const [code, setCode] = useState('');
  const done = (): void => {
    setEnrolment(null);
    setCode('');
  };
  const begun = (made: { secret: string; uri: string }): void => {
    setEnrolment(made);
    setPassword('');
  };
  const beginning = useSubmit((current: string, key) => beginTotp({ current }, key), { onDone: begun });
  const confirming = useSubmit((digits: string, key) => confirmTotp({ code: digits }, key), { forget: ['me'], onDone: done });
  const stopping = useSubmit((digits: string, key) => disableTotp({ code: digits }, key), { forget: ['me'], onDone: done });
  const failed = beginning.error ?? confirming.error ?? stopping.error;
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    if (!enabled && !enrolment) {
      if (password) beginning.mutate(password);
    } else if (code.length === 6) (enabled ? stopping : confirming).mutate(code);
  };
  return (
    <Section title={t('account.totp')}>
      <form className={styles['plain']} onSubmit={submit}>
        <Notice>{enabled ? t('account.totpOn') : t('account.totpOff')}</Notice>
        <ProblemNotice problem={failed ? asProblem(failed) : null} />
        {!enabled && !enrolment && (
          <>
            <Input.Password
              aria-label={t('account.currentPassword')}
              placeholder={t('account.currentPassword')}
              autoComplete="current-password"
              maxLength={256}
              value={password}
              onChange={(event) => setPassword(event.target.value)}
            />
            <Button htmlType="submit" disabled={!password} loading={beginning.isPending}>
              {t('account.totpBegin')}
            </Button>
          </>
        )}
        {enrolment && (
          <div className={styles['enrol']}>
            <QRCode value={enrolment.uri} size={148} type="svg" bordered={false} />
            <p>
              {t('account.totpScan')}
              <br />
              <code>{enrolment.secret}</code>
            </p>
          </div>
        )}
        {(enabled || enrolment) && (
          <>
            <Input
              aria-label={t('signIn.code')}
              placeholder={t('signIn.codeHint')}
              inputMode="numeric"
              autoComplete="one-time-code"
              maxLength={6}
              value={code}
              onChange={(event) => setCode(event.target.value.replace(/\D/g, ''))}
            />
            <Button
              type="primary"
              danger={enabled}
              htmlType="submit"
              disabled={code.length !== 6}
              loading={confirming.isPending || stopping.isPending}
            >
              {enabled ? t('account.totpStop') : t('account.totpConfirm')}
            </Button>
          </>
        )}
      </form>
    </Section>
  );
}
