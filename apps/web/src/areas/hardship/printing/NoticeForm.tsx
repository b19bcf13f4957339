import type { HardshipRecord } from '#contract/hardship';
import type { PrintedForm } from '#contract/printed-forms';
import { dayInWords } from './Boxes.js';
import styles from './print.module.css';

/** 公示: as it hangs. The text was masked by the server when it was given. */
export function NoticeForm({ file, printed }: { file: HardshipRecord; printed: PrintedForm }) {
  const notice =
    file.notices.find(({ endedOn }) => endedOn === null) ?? [...file.notices].sort((a, b) => (a.givenOn < b.givenOn ? 1 : -1))[0];
  if (!notice) return null;
  return (
    <div className={styles['letter']}>
      <p className={styles['notice']}>{notice.text}</p>
      {notice.place && <p>张贴地点：{notice.place}</p>}
      <p className={styles['seal']}>
        {printed.organisationName}
        <br />
        {dayInWords(notice.givenOn)}
      </p>
      <p className={styles['small']}>公示期满后应当撤下。</p>
    </div>
  );
}
