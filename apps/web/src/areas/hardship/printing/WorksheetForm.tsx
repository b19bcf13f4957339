import type { HardshipRecord } from '#contract/hardship';
import type { PrintedForm } from '#contract/printed-forms';
import { attachmentKinds } from '#rules/documents/attachment-kinds';
import { signedInPerson } from '#rules/hardship/household/signer';
import { yearFen, type WorksheetSide } from '#rules/hardship/worksheet/worksheet';
import { frequencies, incomeKinds, notCountedKinds, outlayKinds } from '#rules/hardship/worksheet/worksheet-kinds';
import { formatYuan } from '#rules/shared/money';
import { box, Boxes, Signatures } from './Boxes.js';
import { nameOf, sheetOf, word, type Sheet } from './paper-words.js';
import styles from './print.module.css';

type Line = NonNullable<Sheet['sheet']>['lines'][number];
interface Props {
  file: HardshipRecord;
  printed: PrintedForm;
}

const sides: readonly (readonly [WorksheetSide, string, Readonly<Record<string, { zh: string }>>])[] = [
  ['income', '一、家庭成员收入（近12个月）', incomeKinds],
  ['not-counted', '二、不计入收入的款项', notCountedKinds],
  ['outlay', '三、刚性支出（扣除报销、补偿和其他救助后）', outlayKinds],
];

/** 《困难职工家庭月人均收入测算表》 */
export function WorksheetForm({ file, printed }: Props) {
  const sheet = sheetOf(file);
  const totals = sheet?.totals;
  const standard = file.assessment?.by.standard;
  return (
    <>
      <Boxes
        boxes={[
          box('申请人', nameOf(printed, file.holderId, file.holderName), 3),
          box('家庭人口', `${totals?.persons ?? file.householdSize}人`, 3),
          box('测算期间', sheet ? `${sheet.periodFrom} 至 ${sheet.periodTo}` : '', 6),
        ]}
      />
      {sides.map(([side, title, kinds]) => (
        <Side
          key={side}
          file={file}
          printed={printed}
          title={title}
          kinds={kinds}
          lines={sheet?.sheet?.lines.filter((line) => line.side === side) ?? []}
        />
      ))}
      <h2>四、测算结果</h2>
      <Boxes
        boxes={[
          box('家庭年收入合计（元）', totals && formatYuan(totals.incomeYearFen), 6),
          box('家庭年刚性支出合计（元）', totals && formatYuan(totals.outlayYearFen), 6),
          box('家庭月人均收入（元）', totals && formatYuan(totals.incomePerCapitaMonthFen), 6),
          box('扣除刚性支出后月人均（元）', totals && formatYuan(totals.netPerCapitaMonthFen), 6),
          box('计算方法', '（家庭年可支配收入 − 刚性支出）÷ 12 ÷ 共同生活人口，四舍五入到分', 12),
          box(
            '低保标准',
            standard
              ? `${standard.amountFen === null ? '待补充' : `${formatYuan(standard.amountFen)}元/人·月`}（${standard.validFrom}起）${standard.unverified ? '【未核实】' : ''}`
              : '',
            12,
          ),
        ]}
      />
      <p className={styles['pledge']}>本人承诺以上所填内容真实、完整，并授权工会通过有关部门核对家庭经济状况；如有不实，愿承担相应责任。</p>
      <Signatures
        names={[
          ['申请人（签字）', printed.full && sheet?.signedBy ? signerOf(printed, file, sheet.signedBy) : null, sheet?.signedOn],
          ['测算人', sheet?.createdByName, null],
          ['复核人', sheet?.checkedByName, null],
        ]}
      />
    </>
  );
}

/** On paper 本人 is the applicant’s name. */
const signerOf = (printed: PrintedForm, file: HardshipRecord, by: string): string =>
  signedInPerson(by) ? nameOf(printed, file.holderId, file.holderName) : by;

interface SideProps extends Props {
  title: string;
  kinds: Readonly<Record<string, { zh: string }>>;
  lines: readonly Line[];
}

function Side({ file, printed, title, kinds, lines }: SideProps) {
  const members = new Map([...file.members, ...file.formerMembers].map((member) => [member.id, member]));
  const owner = (line: Line): string => {
    const member = members.get(line.memberId);
    return member ? nameOf(printed, member.personId, member.name) : '';
  };
  const total = lines.reduce((sum, line) => sum + yearFen(line as never), 0);
  return (
    <section>
      <h2>{title}</h2>
      <table className={styles['lines']} data-kind="sheet">
        <thead>
          <tr>
            {['成员', '项目', '金额（元）', '频次', '全年（元）', '凭证'].map((head) => (
              <th key={head} scope="col">
                {head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {lines.map((line) => (
            <tr key={line.id}>
              <td>{owner(line)}</td>
              <td>
                {word(kinds, line.kind)}
                {line.note && `（${line.note}）`}
              </td>
              <td className={styles['amount']}>{formatYuan(line.amountFen)}</td>
              <td>
                {word(frequencies, line.frequency)}
                {line.months && `×${line.months}个月`}
              </td>
              <td className={styles['amount']}>{formatYuan(yearFen(line as never))}</td>
              <td>{voucher(file, line.voucherId)}</td>
            </tr>
          ))}
          {lines.length === 0 && (
            <tr>
              <td colSpan={6}>无</td>
            </tr>
          )}
          <tr>
            <th scope="row" colSpan={4}>
              合计
            </th>
            <td className={styles['amount']}>{formatYuan(total)}</td>
            <td />
          </tr>
        </tbody>
      </table>
    </section>
  );
}

/** The kind of the paper rather than the name that its file happens to have. */
function voucher({ attachments }: HardshipRecord, voucherId: string | null): string {
  if (voucherId === null) return '（缺凭证）';
  const at = attachments.findIndex(({ id }) => id === voucherId);
  return at < 0 ? voucherId : `附件${at + 1}：${word(attachmentKinds, attachments[at]!.kind)}`;
}
