import type { HardshipRecord } from '#contract/hardship';
import type { PrintedForm } from '#contract/printed-forms';
import { relations } from '#rules/hardship/household/household-members';
import { answer, personOf, sexWord, sheetOf, word, yuan } from './paper-words.js';
import styles from './print.module.css';

/** The members beside the holder, a line each; empty lines are kept so that somebody can write by hand. */
export function MemberLines({ file, printed }: { file: HardshipRecord; printed: PrintedForm }) {
  const totals = sheetOf(file)?.totals;
  const others = file.members.filter(({ isHolder }) => !isHolder);
  const monthly = (id: string): string => {
    const year = totals?.members.find(({ memberId }) => memberId === id)?.incomeYearFen;
    return year === undefined ? '' : yuan(Math.round(year / 12));
  };
  return (
    <table className={styles['lines']}>
      <thead>
        <tr>
          {['姓名', '关系', '性别', '政治面貌', '身份证号', '出生日期', '医保', '健康状况', '月收入', '身份', '单位或学校'].map((title) => (
            <th key={title} scope="col">
              {title}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {others.map((member) => {
          const shown = personOf(printed, member.personId);
          const school = [member.schooling, answer(member.answers, 'enrolledIn') && `${answer(member.answers, 'enrolledIn')}年入学`];
          return (
            <tr key={member.id}>
              <td>{shown?.name ?? member.name}</td>
              <td>{word(relations, member.relation)}</td>
              <td>{sexWord(member.sex)}</td>
              <td>{answer(member.answers, 'politics')}</td>
              <td className={styles['digits']}>{shown?.idNumber ?? member.idMasked}</td>
              <td className={styles['digits']}>{member.birthDate}</td>
              <td>{answer(member.answers, 'medicalInsurance')}</td>
              <td>{answer(member.answers, 'health')}</td>
              <td className={styles['digits']}>{monthly(member.id)}</td>
              <td>{member.status}</td>
              <td>{[answer(member.answers, 'workplace'), ...school].filter(Boolean).join(' ')}</td>
            </tr>
          );
        })}
        {Array.from({ length: Math.max(0, 3 - others.length) }, (_, at) => (
          <tr key={`empty ${at}`}>
            {Array.from({ length: 11 }, (__, cell) => (
              <td key={cell}>　</td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
