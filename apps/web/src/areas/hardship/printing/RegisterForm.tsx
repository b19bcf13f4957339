import type { HardshipRecord } from '#contract/hardship';
import type { PrintedForm } from '#contract/printed-forms';
import { attachmentKinds } from '#rules/documents/attachment-kinds';
import { employmentStates, hardshipCauses, hardshipClasses } from '#rules/hardship/codes';
import { box, Boxes, dayInWords, Signatures } from './Boxes.js';
import { MemberLines } from './MemberLines.js';
import { answer, lastDecision, personOf, sexWord, sheetOf, word, yuan } from './paper-words.js';
import styles from './print.module.css';

interface Props {
  file: HardshipRecord;
  printed: PrintedForm;
}

/** 困难职工档案表 */
export function RegisterForm({ file, printed }: Props) {
  return (
    <>
      <Boxes boxes={[...person(file, printed), ...work(file), ...money(file)]} />
      <h2>家庭成员</h2>
      <MemberLines file={file} printed={printed} />
      <h2>致困原因与其他</h2>
      <Boxes boxes={causes(file, printed)} />
      <Opinions file={file} />
      <Signatures
        names={[
          ['建档人', file.handlerName, null],
          ['审核人', lastDecision(file, 'review', 'passFirstCheck')?.decidedByName, null],
          ['录入人', printed.printedByName, null],
        ]}
      />
    </>
  );
}

function person(file: HardshipRecord, printed: PrintedForm) {
  const { plain, sealed } = file.form;
  const holder = file.members.find(({ isHolder }) => isHolder);
  const shown = personOf(printed, file.holderId);
  return [
    box('职工编号', answer(plain, 'workerNumber')),
    box('困难类别', word(hardshipClasses, file.hardshipClass)),
    box('建档日期', file.filedOn ?? ''),
    box('姓名', shown?.name ?? file.holderName),
    box('性别', sexWord(holder?.sex ?? null), 2),
    box('民族', shown?.ethnicity, 3),
    box('政治面貌', answer(plain, 'politics'), 3),
    box('身份证号', shown?.idNumber, 6),
    box('出生日期', holder?.birthDate, 3),
    box('婚姻状况', answer(plain, 'marriage'), 3),
    box('健康状况', answer(sealed, 'health')),
    box('残疾类别', answer(sealed, 'disability')),
    box('残疾等级', answer(sealed, 'disabilityGrade')),
    box('手机号码', shown?.phone),
    box('其他联系方式', answer(sealed, 'otherContact')),
    box('邮政编码', answer(plain, 'postalCode')),
    box('家庭住址', shown?.address, 12),
    box('户口类型', answer(plain, 'registration')),
    box('户口所在地行政区划', answer(plain, 'registeredDivision') || shown?.registeredAt, 8),
    box('住房类型', answer(sealed, 'housing')),
    box('建筑面积', answer(sealed, 'floorArea')),
    box('医保状况', answer(sealed, 'medicalInsurance')),
  ];
}

function work(file: HardshipRecord) {
  const { plain } = file.form;
  return [
    box('工作状态', word(employmentStates, file.employment)),
    box('劳模类型', answer(plain, 'modelWorker')),
    box('工作时间', answer(plain, 'workingSince')),
    box('工作单位', file.employerName, 8),
    box('所属行业', answer(plain, 'industry')),
    box('单位性质', answer(plain, 'employerNature')),
    box('企业状况', answer(plain, 'employerState')),
    box('合同期限', answer(plain, 'contractTerm')),
    box('是否单亲', answer(plain, 'singleParent')),
    box('有一定自救能力', answer(plain, 'canSelfHelp')),
    box('零就业家庭', answer(plain, 'zeroEmployment')),
  ];
}

function money(file: HardshipRecord) {
  const { totals, sheet } = sheetOf(file) ?? { totals: null, sheet: null };
  const holder = file.members.find(({ isHolder }) => isHolder);
  const own = totals?.members.find(({ memberId }) => memberId === holder?.id)?.incomeYearFen;
  const kinds = new Set(sheet?.lines.flatMap(({ side, kind }) => (side === 'income' ? kind : [])));
  const wages = kinds.size === 1 && kinds.has('wages') ? totals?.incomeYearFen : undefined;
  const otherYear = totals && wages !== undefined ? totals.incomeYearFen - wages : undefined;
  return [
    box('本人月平均收入', own === undefined ? '' : yuan(Math.round(own / 12))),
    box('家庭年度总收入', yuan(totals?.incomeYearFen)),
    box('家庭其他（非薪资）年收入', yuan(otherYear)),
    box('家庭人口', `${file.householdSize}人`),
    box('家庭月人均收入', yuan(totals?.incomePerCapitaMonthFen)),
    box('扣除刚性支出后月人均', yuan(totals?.netPerCapitaMonthFen)),
  ];
}

function causes(file: HardshipRecord, printed: PrintedForm) {
  const accounts = personOf(printed, file.holderId)?.bankAccounts ?? [];
  const kinds = [...new Set(file.attachments.map(({ kind }) => kind))];
  return [
    box('主要致困原因', word(hardshipCauses, file.mainCause), 6),
    box('次要致困原因', file.otherCauses.map((cause) => word(hardshipCauses, cause)).join('、'), 6),
    box('致困情况说明', answer(file.form.sealed, 'causeNote'), 12),
    box('开户银行', accounts[0]?.bank, 4),
    box('银行卡号', accounts[0]?.number, 8),
    box(
      '附件',
      kinds.map((kind) => `${word(attachmentKinds, kind)}${file.attachments.filter((paper) => paper.kind === kind).length}份`).join('、'),
      12,
    ),
    box('备注', file.remark, 12),
  ];
}

function Opinions({ file }: { file: HardshipRecord }) {
  const [first, second, last] = [
    lastDecision(file, 'passFirstCheck'),
    lastDecision(file, 'review'),
    lastDecision(file, 'approve', 'renew'),
  ];
  const notice = file.notices.find(({ kind }) => kind === 'application');
  const objections = notice?.objections.length ?? 0;
  const result = !notice
    ? ''
    : `${dayInWords(notice.givenOn)}至${dayInWords(notice.endsOn)}公示，${objections === 0 ? '无异议' : `收到异议${objections}件`}。`;
  return (
    <dl className={styles['opinions']}>
      {(
        [
          ['基层党组织或行政意见', undefined],
          ['基层工会或办事处意见', first && `初审通过。${first.reason ?? ''}`, first],
          ['系统工会意见', second && `复审通过。${second.reason ?? ''}`, second],
          ['公示结果', result],
          ['审批意见', last && `同意，类别：${word(hardshipClasses, last.classAfter)}。`, last],
        ] as const
      ).map(([label, text, decision]) => (
        <div key={label}>
          <dt>{label}</dt>
          <dd>
            <p>{text}</p>
            <p className={styles['signed']}>
              {decision?.decidedByName ?? '（盖章）'}　{dayInWords(decision?.decidedOn)}
            </p>
          </dd>
        </div>
      ))}
    </dl>
  );
}
