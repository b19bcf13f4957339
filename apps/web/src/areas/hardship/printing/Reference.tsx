import type { HardshipRecord } from '#contract/hardship';
import { hardshipClasses } from '#rules/hardship/codes';
import { formatYuan } from '#rules/shared/money';
import { word } from './paper-words.js';
import styles from './print.module.css';

/** By which rule and standard it was decided, what of them is not verified, and whether two people decided otherwise. */
export function Reference({ report: { by, assessed, row } }: { report: NonNullable<HardshipRecord['assessment']> }) {
  const { rule, standard } = by;
  return (
    <div className={styles['small']}>
      <p>
        适用规则：{rule.name.zh}（{rule.id}）{rule.periodUnverified && '【施行期间未核实】'}；低保标准：
        {standard
          ? `${standard.amountFen === null ? '待补充' : `${formatYuan(standard.amountFen)}元/人·月`}，${standard.validFrom}起${standard.unverified ? '【未核实】' : ''}`
          : '未查到'}
        ；测算日期：{row.assessedOn}。
      </p>
      {assessed.unverified && (
        <p className={styles['flag']}>注：标有【未核实】的标准尚未找到正式文件依据，仅作办理参考，以正式文件为准。</p>
      )}
      {row.override?.agreedBy && (
        <p>
          本结论经两人复核后与规则测算不同：{row.override.wanted ? word(hardshipClasses, row.override.wanted) : '不予认定'}。理由：
          {row.override.reason}
        </p>
      )}
    </div>
  );
}
