import type { HardshipRecord } from '#contract/hardship';
import type { PrintedForm } from '#contract/printed-forms';
import { ApprovalLetter } from './ApprovalLetter.js';
import { CertificateCard } from './CertificateCard.js';
import { NoticeForm } from './NoticeForm.js';
import { Paper } from './Paper.js';
import { RefusalLetter } from './RefusalLetter.js';
import { RegisterForm } from './RegisterForm.js';
import { VisitForm } from './VisitForm.js';
import { WorksheetForm } from './WorksheetForm.js';

interface Props {
  file: HardshipRecord;
  printed: PrintedForm;
}

const forms = {
  register: RegisterForm,
  worksheet: WorksheetForm,
  visit: VisitForm,
  notice: NoticeForm,
  approval: ApprovalLetter,
  refusal: RefusalLetter,
} as const;

export function PrintedPaper({ file, printed }: Props) {
  if (printed.form === 'certificate') return <CertificateCard file={file} printed={printed} />;
  const Form = forms[printed.form];
  return (
    <Paper printed={printed} number={file.number} address={`${window.location.origin}/hardship-files/${file.id}`}>
      <Form file={file} printed={printed} />
    </Paper>
  );
}
