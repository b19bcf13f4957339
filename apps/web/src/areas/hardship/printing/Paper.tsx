import type { ReactNode } from 'react';
import type { PrintedForm } from '#contract/printed-forms';
import { printedForms } from '#rules/hardship/printed-forms';
import { showInstant } from '../../../kit/formats.js';
import { QrCode } from './QrCode.js';
import styles from './print.module.css';

interface Props {
  printed: PrintedForm;
  /** Under the title at the left: which file. */
  number?: string | null;
  /** Where its code leads. */
  address: string;
  children: ReactNode;
}

/** One A4 form: title, number, code, and at its end who printed it when. In Chinese, whatever the reader’s language: it is an official paper. */
export function Paper({ printed, number, address, children }: Props) {
  const title = printedForms[printed.form].zh;
  return (
    <article className={styles['paper']} lang="zh-CN" data-form={printed.form}>
      <header>
        <div>
          <h1>{title}</h1>
          <p>
            <span>{printed.organisationName}</span>
            <span className="number">编号：{number ?? '　　　　　　'}</span>
          </p>
        </div>
        <QrCode text={address} label="扫码打开本档案（须登录）" />
      </header>
      {children}
      <footer>
        <span>
          打印：{printed.printedByName} <span className="number">{showInstant(printed.printedAt)}</span>
        </span>
        <span>{printed.full ? '含完整个人信息，请妥善保管，不得外传' : '姓名和号码已作脱敏处理'}</span>
      </footer>
    </article>
  );
}
