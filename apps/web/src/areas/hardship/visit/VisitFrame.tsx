import { useEffect, useState } from 'react';
import { Link, Outlet, useLocation } from 'react-router';
import { useWords } from '../../../kit/words.js';
import { speak } from '../../../locales/i18n.js';
import { Loading } from '../../../kit/Loading.js';
import { Watermark } from '../../shell/Watermark.js';
import { readyOffline } from './offline-pages.js';
import styles from './visit.module.css';
import { useVisitDesk, VisitDeskProvider } from './VisitDesk.js';

/** The visit pages stand by themselves: small enough for a telephone, and needing nothing that only the office's network has. */
export function VisitFrame() {
  return (
    <VisitDeskProvider>
      <FrameBody />
    </VisitDeskProvider>
  );
}

function FrameBody() {
  const { t, language } = useWords();
  const { who, elsewhere, carried, online, satchel } = useVisitDesk();
  const { pathname, search } = useLocation();
  const spoken = who.kind === 'signed-in' ? who.me.language : undefined;
  useEffect(() => {
    if (spoken) void speak(spoken);
  }, [spoken]);
  const carrying = carried.visits.size > 0;
  // A newer program puts its files by as soon as there is a network.
  const [pages, setPages] = useState<boolean | null>(null);
  const lasting = satchel?.vault.lasting === true;
  useEffect(() => {
    if (carrying && online && lasting) void readyOffline().then(setPages);
  }, [carrying, online, lasting]);
  const list = pathname === '/visits' || pathname === '/visits/';
  return (
    <div className={styles['frame']} key={language}>
      <header className={styles['bar']}>
        {list ? <Link to="/">{t('visits.toDesk')}</Link> : <Link to="/visits">{t('visits.toList')}</Link>}
        <strong>{t('visits.title')}</strong>
        <span className={styles['net']} data-on={online}>
          {t(online ? 'visits.online' : 'visits.offline')}
        </span>
      </header>
      <main id="main" className={styles['main']}>
        {carrying && pages === false && (
          <p className={styles['hint']} role="alert">
            {t('visits.pagesNotReady')}
          </p>
        )}
        {who.kind === 'asking' ? (
          <Loading lines={8} />
        ) : who.kind === 'signed-out' ? (
          <SignedOut next={pathname + search} />
        ) : elsewhere ? (
          <Elsewhere />
        ) : (
          <Outlet />
        )}
      </main>
      {who.kind === 'signed-in' && <Watermark name={who.me.name} username={who.me.username} />}
      {who.kind === 'offline' && <Watermark name={[...carried.visits.values()][0]?.ownerName ?? ''} username="" />}
    </div>
  );
}

/** The session ran out: what is carried stays sealed on the device and is uploaded once one has signed in again. */
function SignedOut({ next }: { next: string }) {
  const { t } = useWords();
  return (
    <section className={styles['card']} role="alert">
      <h1>{t('visits.signedOut')}</h1>
      <p>{t('visits.signedOutHint')}</p>
      <Link className={styles['primary']} to={`/sign-in?next=${encodeURIComponent(next)}`}>
        {t('visits.signIn')}
      </Link>
    </section>
  );
}

function Elsewhere() {
  const { t } = useWords();
  return (
    <section className={styles['card']} role="alert">
      <h1>{t('visits.elsewhere')}</h1>
      <p>{t('visits.elsewhereHint')}</p>
    </section>
  );
}
