import { Link } from 'react-router';
import { useCan } from '../../api/use-me.js';
import { Section } from '../../kit/Section.js';
import { useWords } from '../../kit/words.js';
import { menu, type MenuEntry } from '../shell/menu.js';
import styles from './workbench.module.css';

/** The pages that whoever handles no cases works on. */
const doors = [
  'audit',
  'system',
  'users',
  'roles',
  'organisations',
  'employers',
  'mediationBodies',
  'eligibilityRules',
  'reports',
  'imports',
  'legalAid',
  'disbursements',
  'people',
  'calendar',
] as const;
type Door = (typeof doors)[number];
const entries = menu.flatMap((group) => group.entries);
const isDoor = (entry: MenuEntry): entry is MenuEntry & { key: Door } => (doors as readonly string[]).includes(entry.key);
/** What everybody may look at is nobody's own work. */
const own = ({ permission }: MenuEntry): boolean => permission !== undefined;

/** The first page of those without cases of their own: an administrator, a cashier, a lawyer. What they can open, and what for. */
export function Doors() {
  const { t } = useWords();
  const can = useCan();
  const open = entries
    .filter(isDoor)
    .filter(({ permission }) => !permission || can(permission))
    .sort((a, b) => doors.indexOf(a.key) - doors.indexOf(b.key));
  const officer = can('user.read') || can('audit.read');
  return (
    <Section title={t('desk.doors')}>
      <div className={styles['doors']}>
        {!open.some(own) && <p>{t('desk.nothingOpen')}</p>}
        <ul>
          {open.map(({ key, path, icon: Icon }) => (
            <li key={key}>
              <Link to={path}>
                <Icon aria-hidden />
                <strong>{t(`menu.${key}`)}</strong>
                <span>{t(`desk.behind.${key}`)}</span>
              </Link>
            </li>
          ))}
        </ul>
        {officer && <p className="soft">{t('desk.officers')}</p>}
      </div>
    </Section>
  );
}
