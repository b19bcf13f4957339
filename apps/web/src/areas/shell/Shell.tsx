import { MenuOutlined } from '@ant-design/icons';
import { useDeferredValue, useEffect, useRef, useState } from 'react';
import { Link, Navigate, Outlet, useLocation } from 'react-router';
import { asProblem } from '../../api/problem.js';
import { useMe } from '../../api/use-me.js';
import { Loading } from '../../kit/Loading.js';
import { ProblemNotice } from '../../kit/ProblemNotice.js';
import { useWords } from '../../kit/words.js';
import { speak } from '../../locales/i18n.js';
import { ClockBell } from './ClockBell.js';
import { SearchBox } from './SearchBox.js';
import seal from '../../theme/seal.svg';
import styles from './shell.module.css';
import { SideMenu } from './SideMenu.js';
import { UserMenu } from './UserMenu.js';
import { Watermark } from './Watermark.js';

/** The frame around every page: menu, search, clocks, who is signed in. Without a session it leads to the sign-in page. */
export function Shell() {
  const { t, language } = useWords();
  const me = useMe();
  const location = useLocation();
  const [menuOpen, setMenuOpen] = useState(false);
  const main = useRef<HTMLElement>(null);
  // The frame is drawn first and the page in it after that: both at once would hold the browser up for as long as both.
  const framed = useDeferredValue(true, false);
  const spoken = me.data?.language;
  useEffect(() => {
    if (spoken) void speak(spoken);
  }, [spoken]);
  // A new page begins at its top, for the eye and for the keyboard; with the frame that shows it, since scrolling makes the browser lay
  // out at once what it has to lay out then.
  useEffect(() => {
    const frame = requestAnimationFrame(() => {
      main.current?.scrollTo(0, 0);
      if (document.activeElement === document.body) main.current?.focus();
    });
    return () => cancelAnimationFrame(frame);
  }, [location.pathname]);

  if (me.isPending) return <Loading lines={8} />;
  if (me.error && !me.data) {
    return (
      <div className={styles['closed']}>
        <ProblemNotice problem={asProblem(me.error)} onRetry={() => void me.refetch()} />
      </div>
    );
  }
  if (!me.data) return <Navigate to={`/sign-in?next=${encodeURIComponent(location.pathname + location.search)}`} replace />;
  if (me.data.mustChangePassword && location.pathname !== '/me') return <Navigate to="/me" replace />;

  return (
    <div className={styles['shell']} data-menu={menuOpen} key={language}>
      <a className={styles['skip']} href="#main">
        {t('shell.skip')}
      </a>
      <header className={styles['brand']}>
        <Link to="/">
          <img src={seal} alt="" width="26" height="26" />
          <span>{t('brand')}</span>
        </Link>
      </header>
      <SideMenu onGo={() => setMenuOpen(false)} />
      <div className={styles['bar']}>
        <button
          type="button"
          className={styles['burger']}
          aria-expanded={menuOpen}
          aria-label={t('shell.menu')}
          onClick={() => setMenuOpen(!menuOpen)}
        >
          <MenuOutlined aria-hidden />
        </button>
        <SearchBox />
        <div className={styles['right']}>
          <ClockBell />
          <UserMenu me={me.data} />
        </div>
      </div>
      <main id="main" ref={main} tabIndex={-1} className={styles['main']}>
        <div className={styles['page']}>{framed ? <Outlet /> : <Loading lines={8} />}</div>
      </main>
      <Watermark name={me.data.name} username={me.data.username} />
    </div>
  );
}
