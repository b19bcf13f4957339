import { useState } from 'react';
import { showInstant } from '../../kit/formats.js';
import styles from './shell.module.css';

/** Who looked and when, faintly over every page and every print of it. */
export function Watermark({ name, username }: { name: string; username: string }) {
  const [since] = useState(() => showInstant(new Date().toISOString()));
  const text = `${name} ${username}  ${since}`.replace(/[<>&"']/g, '');
  const picture = `<svg xmlns="http://www.w3.org/2000/svg" width="330" height="210"><text x="10" y="130" font-family="sans-serif" font-size="13" fill="#20262a" fill-opacity="0.038" transform="rotate(-22 165 105)">${text}</text></svg>`;
  return (
    <div
      className={styles['watermark']}
      data-watermark
      aria-hidden="true"
      style={{ backgroundImage: `url("data:image/svg+xml,${encodeURIComponent(picture)}")` }}
    />
  );
}
