import type { HardshipRecord } from '#contract/hardship';
import type { PrintedForm } from '#contract/printed-forms';
import { hardshipClasses } from '#rules/hardship/codes';
import { dayInWords } from './Boxes.js';
import { CriteriaTable, EXCLUSIONS, Sources, type CriteriaGroup } from './CriteriaTable.js';
import { lastDecision, nameOf, word } from './paper-words.js';
import { Reference } from './Reference.js';
import styles from './print.module.css';

interface Props {
  file: HardshipRecord;
  printed: PrintedForm;
}

/** 困难职工认定通知书: the letter with its signature on one page, what it rests on as its annex. */
export function ApprovalLetter({ file, printed }: Props) {
  const decision = lastDecision(file, 'approve', 'activate', 'renew', 'raiseClass', 'lowerClass');
  const className = word(hardshipClasses, decision?.classAfter ?? file.hardshipClass);
  const report = file.assessment;
  return (
    <div className={styles['letter']}>
      <p className={styles['to']}>{nameOf(printed, file.holderId, file.holderName)} 同志：</p>
      <p>
        您{file.receivedOn ? `于${dayInWords(file.receivedOn)}` : ''}
        提出的困难职工帮扶申请，经初审、入户调查、家庭经济状况核对、复审和公示，现认定您的家庭为
        <strong>“{className}”</strong>
        {file.filedOn ? `，自${dayInWords(file.filedOn)}起建档` : ''}
        {file.number ? `，档案编号：${file.number}` : ''}。
      </p>
      {file.reviewOn && <p>下次复核日期：{dayInWords(file.reviewOn)}。家庭人口、收入、住房、就业等情况有变化的，请及时告知经办工会。</p>}
      <p>对本认定有异议的，可向本工会或上一级工会申请复核。</p>
      {report && <p>附：认定依据</p>}
      <p className={styles['seal']}>
        {printed.organisationName}
        <br />
        {dayInWords(decision?.decidedOn ?? printed.printedOn)}
      </p>
      {report && (
        <>
          <h2>附：认定依据</h2>
          <CriteriaTable groups={grounds(report)} sources={report.by.sources} />
          <Sources groups={grounds(report)} sources={report.by.sources} />
          <Reference report={report} />
        </>
      )}
    </div>
  );
}

/** What the household got in by: one way that was met for each question, and what excludes. */
function grounds({ assessed }: NonNullable<HardshipRecord['assessment']>): CriteriaGroup[] {
  const met = (all: readonly { verdict: string; criteria: CriteriaGroup['criteria'] }[]): CriteriaGroup['criteria'] =>
    all.find(({ verdict }) => verdict === 'met')?.criteria ?? [];
  const own = assessed.classes.find(({ hardshipClass }) => hardshipClass === assessed.proposed);
  return [
    { title: '申请条件', criteria: met(assessed.applicants) },
    { title: EXCLUSIONS, criteria: assessed.exclusions },
    { title: `认定类别：${word(hardshipClasses, own?.hardshipClass)}`, criteria: met(own?.alternatives ?? []) },
  ];
}
