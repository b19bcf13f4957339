import { useId, useState } from 'react';
import { useWords } from '../../../kit/words.js';
import type { KeptVisit } from './kept-visit.js';
import { smallerPhoto } from './smaller-photo.js';
import styles from './visit.module.css';
import { useVisitDesk } from './VisitDesk.js';

/** Photographs of the home: taken here, kept sealed on the device, uploaded to the family's file. */
export function PhotoTray({ visit, disabled }: { visit: KeptVisit; disabled: boolean }) {
  const { t } = useWords();
  const { satchel, carried } = useVisitDesk();
  const [unfit, setUnfit] = useState(false);
  const id = useId();
  const photos = carried.photos.filter((photo) => photo.visitId === visit.id);
  const add = async (files: FileList): Promise<void> => {
    setUnfit(false);
    for (const file of files) {
      const photo = await smallerPhoto(file).catch(() => undefined);
      if (photo) await satchel?.addPhoto(visit.id, photo);
      else setUnfit(true);
    }
  };
  return (
    <div className={styles['field']}>
      <label className={styles['shutter']} htmlFor={id} data-disabled={disabled}>
        {t('visits.addPhoto')}
      </label>
      <input
        id={id}
        className={styles['picker']}
        type="file"
        accept="image/*"
        capture="environment"
        multiple
        disabled={disabled}
        onChange={(event) => {
          if (event.target.files) void add(event.target.files).finally(() => (event.target.value = ''));
        }}
      />
      {unfit && <small className={styles['unfit']}>{t('visits.unfitPhoto')}</small>}
      <p className={styles['soft']}>{t('visits.photosUploaded', { count: visit.record.photos })}</p>
      <ul className={styles['photos']}>
        {photos.map((photo, at) => (
          <li key={photo.id}>
            <img src={photo.url} alt={t('visits.photo', { number: at + 1 })} />
            <button type="button" disabled={disabled} onClick={() => void satchel?.dropPhoto(photo.id)}>
              {t('visits.dropPhoto')}
            </button>
          </li>
        ))}
      </ul>
    </div>
  );
}
