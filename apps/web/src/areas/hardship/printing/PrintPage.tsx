import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { PrinterOutlined } from '@ant-design/icons';
import { useState } from 'react';
import { Link, useParams } from 'react-router';
import type { HardshipRecord } from '#contract/hardship';
import type { PrintedForm } from '#contract/printed-forms';
import { printedForms, type PrintedFormCode } from '#rules/hardship/printed-forms';
import { getHardshipFile } from '../../../api/hardship.js';
import { printForm } from '../../../api/printed-forms.js';
import { keys } from '../../../api/query-keys.js';
import { useCan } from '../../../api/use-me.js';
import { useDocumentTitle } from '../../../kit/PageHead.js';
import { QueryState } from '../../../kit/QueryState.js';
import { useWords } from '../../../kit/words.js';
import { UnknownPage } from '../../shell/UnknownPage.js';
import { PrintedPaper } from './PrintedPaper.js';
import { Purpose } from './Purpose.js';
import styles from './print.module.css';

/** A form of the file as it comes out of the printer. What it shows of people is asked for by itself, because each printing is on record. */
export function PrintPage() {
  const { id = '', form = '' } = useParams();
  return Object.hasOwn(printedForms, form) ? <Printing id={id} form={form as PrintedFormCode} /> : <UnknownPage />;
}

function Printing({ id, form }: { id: string; form: PrintedFormCode }) {
  const [purpose, setPurpose] = useState<string>();
  const record = useQuery({ queryKey: keys.record('hardship-file', id), queryFn: ({ signal }) => getHardshipFile(id, signal) });
  // Nothing of it is kept when the page is left: the next look is another one.
  const printed = useQuery({
    queryKey: ['printed-form', id, form, purpose ?? ''],
    queryFn: () => printForm(id, { form, ...(purpose !== undefined && { purpose }) }),
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 0,
    retry: false,
    refetchOnWindowFocus: false,
  });
  return (
    <QueryState query={record} lines={12}>
      {(file) => <QueryState query={printed}>{(paper) => <Sheet file={file} printed={paper} onPurpose={setPurpose} />}</QueryState>}
    </QueryState>
  );
}

interface SheetProps {
  file: HardshipRecord;
  printed: PrintedForm;
  onPurpose: (purpose: string) => void;
}

function Sheet({ file, printed, onPurpose }: SheetProps) {
  const { t, say } = useWords();
  const can = useCan();
  const text = printedForms[printed.form];
  useDocumentTitle(`${text.zh} ${file.number ?? file.holderName}`);
  const mayReveal = can('person.reveal') && text.inFull.length > 0 && !printed.full;
  return (
    <>
      <div className={`${styles['tools']} unprinted`}>
        <Link to={`/hardship-files/${file.id}`}>{t('prints.back')}</Link>
        <span className="soft">
          {say(text)} · {t(printed.full ? 'prints.full' : 'prints.masked')}
        </span>
        {mayReveal && <Purpose onPurpose={onPurpose} />}
        <Button type="primary" icon={<PrinterOutlined aria-hidden />} onClick={() => window.print()}>
          {t('prints.print')}
        </Button>
      </div>
      <PrintedPaper file={file} printed={printed} />
    </>
  );
}
