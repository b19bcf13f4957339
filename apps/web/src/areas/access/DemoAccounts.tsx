import { useWords } from '../../kit/words.js';
import styles from './sign-in.module.css';

interface Props {
  accounts: readonly { username: string; nameZh: string; nameEn: string }[];
  onChoose: (username: string) => void;
}

/** Only where the demo city is loaded: one press is one role. */
export function DemoAccounts({ accounts, onChoose }: Props) {
  const { t, language } = useWords();
  if (accounts.length === 0) return null;
  return (
    <section className={styles['demo']} aria-label={t('signIn.demo')}>
      <h2>{t('signIn.demo')}</h2>
      <p className="soft">{t('signIn.demoHint')}</p>
      <ul>
        {accounts.map(({ username, nameZh, nameEn }) => (
          <li key={username}>
            <button type="button" title={username} onClick={() => onChoose(username)}>
              {language === 'en' ? nameEn : nameZh}
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}
