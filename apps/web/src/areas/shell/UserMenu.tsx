import { GlobalOutlined, UserOutlined } from '@ant-design/icons';
import { useQueryClient } from '@tanstack/react-query';
import { Button, Dropdown } from 'antd';
import { useNavigate } from 'react-router';
import type { Me } from '#contract/access';
import { changeLanguage, signOut } from '../../api/access.js';
import { rememberCsrfToken } from '../../api/client.js';
import { keys } from '../../api/query-keys.js';
import { useWords } from '../../kit/words.js';
import { speak } from '../../locales/i18n.js';
import styles from './shell.module.css';

export function UserMenu({ me }: { me: Me }) {
  const { t, language } = useWords();
  const client = useQueryClient();
  const navigate = useNavigate();
  const other = language === 'zh' ? 'en' : 'zh';

  const switchLanguage = async (): Promise<void> => {
    client.setQueryData<Me>(keys.me, { ...me, language: other });
    await speak(other);
    await changeLanguage({ language: other });
  };
  const leave = async (): Promise<void> => {
    await signOut();
    rememberCsrfToken(null);
    client.clear();
    void navigate('/sign-in');
  };
  const items = [
    {
      key: 'who',
      disabled: true,
      label: (
        <span className={styles['who']}>
          {me.organisationName}
          <small>{me.roles.map((role) => (language === 'en' ? role.nameEn : role.nameZh)).join('、') || t('shell.noRole')}</small>
        </span>
      ),
    },
    { type: 'divider' as const },
    { key: 'me', label: t('shell.myAccount'), onClick: () => void navigate('/me') },
    { key: 'leave', label: t('shell.signOut'), onClick: () => void leave() },
  ];
  return (
    <>
      <Button type="text" icon={<GlobalOutlined />} lang={other === 'zh' ? 'zh-CN' : 'en'} onClick={() => void switchLanguage()}>
        {other === 'zh' ? '中文' : 'English'}
      </Button>
      <Dropdown trigger={['click']} menu={{ items }} placement="bottomRight">
        <Button type="text" icon={<UserOutlined />}>
          {me.name}
        </Button>
      </Dropdown>
    </>
  );
}
