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
type Report = NonNullable<HardshipRecord['assessment']>;

/** 不予认定告知书: why; and as its annex, criterion by criterion, how much it was short of. */
export function RefusalLetter({ file, printed }: Props) {
  const decision = lastDecision(file, 'refuse');
  const report = file.assessment;
  return (
    <div className={styles['letter']}>
      <p className={styles['to']}>{nameOf(printed, file.holderId, file.holderName)} 同志：</p>
      <p>
        您{file.receivedOn ? `于${dayInWords(file.receivedOn)}` : ''}提出的困难职工帮扶申请，经审核，决定<strong>不予认定</strong>。
      </p>
      {decision?.reason && <p>理由：{decision.reason}</p>}
      <p>情况有变化，或能补充新的证明材料的，可以重新申请。对本决定有异议的，可向本工会或上一级工会申请复核。</p>
      {report && <p>附：逐项审核情况和差多少</p>}
      <p className={styles['seal']}>
        {printed.organisationName}
        <br />
        {dayInWords(decision?.decidedOn ?? printed.printedOn)}
      </p>
      {report && (
        <>
          <h2>附：逐项审核情况</h2>
          <CriteriaTable groups={everything(report)} sources={report.by.sources} />
          <Sources groups={everything(report)} sources={report.by.sources} />
          <HowFar report={report} />
          <Reference report={report} />
        </>
      )}
    </div>
  );
}

function everything({ assessed }: Report): CriteriaGroup[] {
  const ways = (title: string, all: readonly { criteria: CriteriaGroup['criteria'] }[]): CriteriaGroup[] =>
    all.map(({ criteria }, at) => ({ title: all.length > 1 ? `${title}（其${'一二三四五六七八九十'[at] ?? at + 1}）` : title, criteria }));
  return [
    ...ways('申请条件', assessed.applicants),
    { title: EXCLUSIONS, criteria: assessed.exclusions },
    ...assessed.classes.flatMap(({ hardshipClass, alternatives }) => ways(`“${word(hardshipClasses, hardshipClass)}”条件`, alternatives)),
  ];
}

/** 差多少 */
function HowFar({ report: { assessed } }: { report: Report }) {
  const near = assessed.classes.filter(({ ways }) => ways.length > 0);
  if (near.length === 0 && assessed.missing.length === 0) return null;
  return (
    <>
      <h2>差多少</h2>
      <ul className={styles['ways']}>
        {near.map(({ hardshipClass, ways }) => (
          <li key={hardshipClass}>
            有下列任何一项变化，则符合“{word(hardshipClasses, hardshipClass)}”：
            <ul>
              {ways.map(({ words }) => (
                <li key={words.zh}>{words.zh}</li>
              ))}
            </ul>
          </li>
        ))}
        {assessed.missing.map(({ words }) => (
          <li key={words.zh}>{words.zh}。</li>
        ))}
      </ul>
      <p className={styles['small']}>以上按现有材料测算，其他情况不变；不构成承诺。</p>
    </>
  );
}
