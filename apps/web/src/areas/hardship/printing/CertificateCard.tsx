import type { HardshipRecord } from '#contract/hardship';
import type { PrintedForm } from '#contract/printed-forms';
import { dayInWords } from './Boxes.js';
import { personOf, sexWord } from './paper-words.js';
import { QrCode } from './QrCode.js';
import styles from './print.module.css';

/** 特困职工证: two faces to fold along the middle; its code leads to the page that says whether it is valid. */
export function CertificateCard({ file, printed }: { file: HardshipRecord; printed: PrintedForm }) {
  const card = file.certificates.find(({ status }) => status === 'valid');
  if (!card) return null;
  const holder = file.members.find(({ isHolder }) => isHolder);
  const shown = personOf(printed, file.holderId);
  const lines: readonly (readonly [string, string | null | undefined])[] = [
    ['姓　　名', shown?.name ?? file.holderName],
    ['性　　别', sexWord(holder?.sex ?? null)],
    ['身份证号', shown?.idNumber],
    ['工作单位', file.employerName],
    ['证　　号', card.number],
    ['发证日期', dayInWords(card.issuedOn)],
    ['有效期至', dayInWords(card.validUntil)],
  ];
  return (
    <article className={styles['card']} lang="zh-CN" data-form="certificate">
      <section>
        <p className={styles['issuer']}>{printed.organisationName}</p>
        <h1>特困职工证</h1>
        <QrCode text={`${window.location.origin}/verify/${card.token}`} label="扫码核验本证是否有效" />
        <p>扫码核验本证是否有效</p>
      </section>
      <section>
        <dl>
          {lines.map(([label, value]) => (
            <div key={label}>
              <dt>{label}</dt>
              <dd>{value ?? ''}</dd>
            </div>
          ))}
        </dl>
        <table>
          <caption>年检记录</caption>
          <tbody>
            <tr>
              {Array.from({ length: 4 }, (_, at) => (
                <td key={at}>　</td>
              ))}
            </tr>
          </tbody>
        </table>
        <p className={styles['small']}>本证每年年检一次，未年检的失效；遗失请及时挂失。发证单位（盖章）</p>
      </section>
    </article>
  );
}
