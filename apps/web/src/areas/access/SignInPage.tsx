import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Button, Input } from 'antd';
import { useEffect, useRef, useState, type FormEvent } from 'react';
import { Navigate, useNavigate, useSearchParams } from 'react-router';
import type { Problem } from '#contract/shared';
import { DEMO_PASSWORD } from '#rules/access/demo-accounts';
import { signIn, signInOptions } from '../../api/access.js';
import { rememberCsrfToken } from '../../api/client.js';
import { ApiProblem, asProblem } from '../../api/problem.js';
import { keys } from '../../api/query-keys.js';
import { useMe } from '../../api/use-me.js';
import { useDocumentTitle } from '../../kit/PageHead.js';
import { ProblemNotice } from '../../kit/ProblemNotice.js';
import { useWords } from '../../kit/words.js';
import { speak } from '../../locales/i18n.js';
import { DemoAccounts } from './DemoAccounts.js';
import seal from '../../theme/seal.svg';
import styles from './sign-in.module.css';

export function SignInPage() {
  const { t, language } = useWords();
  const client = useQueryClient();
  const navigate = useNavigate();
  const [params] = useSearchParams();
  const me = useMe();
  const options = useQuery({ queryKey: keys.signInOptions, queryFn: ({ signal }) => signInOptions(signal), staleTime: 300_000 });
  const [username, setUsername] = useState('');
  const [password, setPassword] = useState('');
  const [code, setCode] = useState('');
  const [codeAsked, setCodeAsked] = useState(false);
  const [problem, setProblem] = useState<Problem | null>(null);
  const [waiting, setWaiting] = useState(false);
  const form = useRef<HTMLFormElement>(null);
  useDocumentTitle(t('signIn.title'));
  useEffect(() => {
    if (codeAsked) form.current?.querySelector<HTMLInputElement>('[name=totp]')?.focus();
  }, [codeAsked]);

  const next = ownPath(params.get('next'));
  if (me.data) return <Navigate to={next} replace />;

  const enter = async (name: string, secret: string, totp: string): Promise<void> => {
    setWaiting(true);
    setProblem(null);
    try {
      const account = await signIn({ username: name.trim(), password: secret, ...(totp && { totp }) });
      rememberCsrfToken(account.csrfToken);
      await speak(account.language);
      client.clear();
      client.setQueryData(keys.me, account);
      void navigate(next, { replace: true });
    } catch (error) {
      setWaiting(false);
      if (error instanceof ApiProblem && error.code === 'access.totp-needed') setCodeAsked(true);
      else setProblem(asProblem(error));
    }
  };
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    if (!waiting && username && password) void enter(username, password, code);
  };
  const enterDemo = (name: string): void => {
    setUsername(name);
    setPassword(DEMO_PASSWORD);
    void enter(name, DEMO_PASSWORD, '');
  };
  const other = language === 'zh' ? 'en' : 'zh';

  return (
    <main className={styles['page']}>
      <section className={styles['face']} aria-label={t('product')}>
        <img src={seal} alt="" width="64" height="64" />
        <p className={styles['name']}>{t('brand')}</p>
        <p className={styles['line']}>{t('signIn.line')}</p>
        <ul>
          <li>{t('signIn.points.clocks')}</li>
          <li>{t('signIn.points.person')}</li>
          <li>{t('signIn.points.figures')}</li>
        </ul>
      </section>
      <section className={styles['door']}>
        <header>
          <h1>{t('signIn.title')}</h1>
          <Button type="text" size="small" lang={other === 'zh' ? 'zh-CN' : 'en'} onClick={() => void speak(other)}>
            {other === 'zh' ? '中文' : 'English'}
          </Button>
        </header>
        <form ref={form} onSubmit={submit} className={styles['form']}>
          <ProblemNotice problem={problem} />
          <label>
            <span>{t('signIn.username')}</span>
            <Input
              size="large"
              name="username"
              autoComplete="username"
              autoFocus
              value={username}
              maxLength={64}
              onChange={(event) => setUsername(event.target.value)}
            />
          </label>
          <label>
            <span>{t('signIn.password')}</span>
            <Input.Password
              size="large"
              name="password"
              autoComplete="current-password"
              value={password}
              maxLength={256}
              onChange={(event) => setPassword(event.target.value)}
            />
          </label>
          {codeAsked && (
            <label>
              <span>{t('signIn.code')}</span>
              <Input
                size="large"
                name="totp"
                inputMode="numeric"
                autoComplete="one-time-code"
                value={code}
                maxLength={6}
                placeholder={t('signIn.codeHint')}
                onChange={(event) => setCode(event.target.value.replace(/\D/g, ''))}
              />
            </label>
          )}
          <Button type="primary" size="large" htmlType="submit" block loading={waiting}>
            {t('signIn.enter')}
          </Button>
          {options.data?.oidc && (
            <Button size="large" block href="/api/sign-in/oidc">
              {t('signIn.oidc')}
            </Button>
          )}
        </form>
        <DemoAccounts accounts={options.data?.demoAccounts ?? []} onChoose={enterDemo} />
      </section>
    </main>
  );
}

/** Back to a page of ours and nowhere else. */
function ownPath(next: string | null): string {
  return next && /^\/(?![/\\])/.test(next) && !next.startsWith('/sign-in') ? next : '/';
}
