import { showInstant } from '../../../kit/formats.js';
import { useWords } from '../../../kit/words.js';
import type { KeptVisit } from './kept-visit.js';
import styles from './visit.module.css';
import { useVisitDesk } from './VisitDesk.js';

/** Where what was written is: on this device, on its way, with the server. */
export function VisitLamp({ visit }: { visit: KeptVisit }) {
  const { t } = useWords();
  const { carried, online, syncing, who, satchel, waiting } = useVisitDesk();
  const count = waiting(visit);
  const lasting = satchel?.vault.lasting !== false;
  const state = carried.failed ? 'failed' : carried.saving ? 'saving' : count === 0 ? (online ? 'synced' : 'kept') : 'waiting';
  const text = {
    failed: t('visits.lamp.failed'),
    saving: t('visits.lamp.saving'),
    kept: t('visits.lamp.kept'),
    synced: t('visits.lamp.synced'),
    waiting: syncing && online ? t('visits.lamp.sending', { count }) : t('visits.lamp.waiting', { count }),
  }[state];
  return (
    <div className={styles['lamp']} data-state={state} role="status">
      <i aria-hidden="true" />
      <span>{text}</span>
      {state === 'waiting' && lasting && !syncing && <small>{t('visits.lamp.kept')}</small>}
      {state === 'waiting' && who.kind === 'signed-out' && <small>{t('visits.lamp.signIn')}</small>}
      {state === 'synced' && <small className="number">{showInstant(visit.syncedAt).slice(11)}</small>}
    </div>
  );
}
