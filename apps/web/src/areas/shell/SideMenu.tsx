import { useEffect, useRef } from 'react';
import { NavLink, useLocation } from 'react-router';
import { useCan } from '../../api/use-me.js';
import { useWords } from '../../kit/words.js';
import { menu } from './menu.js';
import styles from './shell.module.css';

export function SideMenu({ onGo }: { onGo: () => void }) {
  const { t } = useWords();
  const can = useCan();
  const { pathname } = useLocation();
  const nav = useRef<HTMLElement>(null);
  // Where one is stands in sight, also at the end of a long menu.
  useEffect(() => {
    nav.current?.querySelector('[aria-current]')?.scrollIntoView({ block: 'nearest' });
  }, [pathname]);
  return (
    <nav ref={nav} className={styles['menu']} aria-label={t('shell.menu')}>
      {menu.map(({ key, entries }) => {
        const open = entries.filter(({ permission }) => !permission || can(permission));
        if (open.length === 0) return null;
        return (
          <div key={key} className={styles['group']}>
            {key !== 'desk' && <h2>{t(`menu.groups.${key}`)}</h2>}
            <ul>
              {open.map(({ key: entry, path, icon: Icon }) => (
                <li key={entry}>
                  <NavLink to={path} end={path === '/'} onClick={onGo}>
                    <Icon aria-hidden />
                    <span>{t(`menu.${entry}`)}</span>
                  </NavLink>
                </li>
              ))}
            </ul>
          </div>
        );
      })}
    </nav>
  );
}
