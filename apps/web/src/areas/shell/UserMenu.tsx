import { GlobalOutlined, UserOutlined } from '@ant-design/icons';
import { useQueryClient } from '@tanstack/react-query';
import { Button, Popover } from 'antd';
import { lazy, Suspense, useEffect, useState } from 'react';
import { Link, useLocation, useNavigate } from 'react-router';
import type { Me } from '#contract/access';
import { changeLanguage, signOut } from '../../api/access.js';
import { rememberCsrfToken } from '../../api/client.js';
import { keys } from '../../api/query-keys.js';
import { useWords } from '../../kit/words.js';
import { speak } from '../../locales/i18n.js';
import styles from './shell.module.css';

const UnsentVisits = lazy(async () => ({ default: (await import('../hardship/visit/UnsentVisits.js')).UnsentVisits }));

export function UserMenu({ me }: { me: Me }) {
  const { t, language } = useWords();
  const client = useQueryClient();
  const navigate = useNavigate();
  const { pathname } = useLocation();
  const [open, setOpen] = useState(false);
  const [unsent, setUnsent] = useState(0);
  useEffect(() => setOpen(false), [pathname]);
  const other = language === 'zh' ? 'en' : 'zh';

  const switchLanguage = async (): Promise<void> => {
    await changeLanguage({ language: other });
    client.setQueryData<Me>(keys.me, { ...me, language: other });
    await speak(other);
  };
  /** What was taken along for home visits leaves the device with whoever took it, and what is not uploaded only when that was said. */
  const leave = async (anyway = false): Promise<void> => {
    const { leaveDevice, waitingOnDevice } = await import('../hardship/visit/leave-device.js');
    const count = anyway ? 0 : await waitingOnDevice(me.id);
    if (count > 0) {
      setUnsent(count);
      return;
    }
    await signOut();
    await leaveDevice(me.id);
    rememberCsrfToken(null);
    client.clear();
    void navigate('/sign-in');
  };
  const roles = me.roles.map((role) => (language === 'en' ? role.nameEn : role.nameZh)).join(language === 'en' ? ', ' : '、');
  const menu = (
    <div className={styles['who']}>
      <p>{me.organisationName}</p>
      <p className="soft">{roles || t('shell.noRole')}</p>
      <Link to="/me">{t('shell.myAccount')}</Link>
      <button type="button" onClick={() => void leave()}>
        {t('shell.signOut')}
      </button>
    </div>
  );
  return (
    <>
      <Button
        type="text"
        icon={<GlobalOutlined aria-hidden />}
        lang={other === 'zh' ? 'zh-CN' : 'en'}
        onClick={() => void switchLanguage()}
      >
        {other === 'zh' ? '中文' : 'English'}
      </Button>
      <Popover trigger="click" open={open} onOpenChange={setOpen} placement="bottomRight" arrow={false} content={menu}>
        <Button type="text" icon={<UserOutlined aria-hidden />} aria-haspopup="true" aria-expanded={open}>
          {me.name}
        </Button>
      </Popover>
      {unsent > 0 && (
        <Suspense fallback={null}>
          <UnsentVisits count={unsent} onStay={() => setUnsent(0)} onLeave={() => void leave(true)} />
        </Suspense>
      )}
    </>
  );
}
