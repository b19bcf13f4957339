import type { HardshipRecord } from '#contract/hardship';
import { certificateStatuses } from '#rules/hardship/certificates/certificate-lifecycle';
import { CERTIFICATE_CLASS } from '#rules/hardship/codes';
import { useCan } from '../../../api/use-me.js';
import { ActionButton } from '../../../kit/ActionButton.js';
import { DataTable, type Column } from '../../../kit/DataTable.js';
import { EmptyState } from '../../../kit/EmptyState.js';
import { showDay } from '../../../kit/formats.js';
import { Section } from '../../../kit/Section.js';
import { StatusTag } from '../../../kit/StatusTag.js';
import { useWords } from '../../../kit/words.js';
import { IssueCertificateForm } from './CertificateForms.js';
import { CertificateActs } from './CertificateActs.js';
import type { FilePartProps } from '../file-parts.js';
import { certificateTones } from '../file-status.js';

type Certificate = HardshipRecord['certificates'][number];

/** 特困证: for the gravest class alone. */
export function CertificateSection({ file, onReload }: FilePartProps) {
  const { t, say } = useWords();
  const can = useCan();
  if (file.hardshipClass !== CERTIFICATE_CLASS && file.certificates.length === 0) return null;
  const columns: Column<Certificate>[] = [
    { key: 'number', title: t('certificates.number'), render: (one) => <span className="number">{one.number}</span> },
    {
      key: 'status',
      title: t('fields.status'),
      width: 110,
      render: (one) => <StatusTag tone={certificateTones[one.status]}>{say(certificateStatuses[one.status])}</StatusTag>,
    },
    { key: 'issued', title: t('certificates.issuedOn'), width: 100, render: (one) => <span className="number">{one.issuedOn}</span> },
    {
      key: 'until',
      title: t('certificates.validUntil'),
      width: 100,
      render: (one) => <span className="number">{showDay(one.validUntil)}</span>,
    },
    { key: 'by', title: t('certificates.issuedBy'), width: 80, spare: true, render: (one) => one.issuedByName },
    {
      key: 'acts',
      title: t('list.actions'),
      width: 220,
      wrap: true,
      render: (one) => <CertificateActs file={file} certificate={one} onReload={onReload} />,
    },
  ];
  return (
    <Section
      title={t('certificates.title')}
      flush
      tools={
        can('hardship.approve') &&
        !file.certificates.some(({ endedOn }) => endedOn === null) && (
          <ActionButton
            actions={file.actions}
            name="issueCertificate"
            label={t('certificates.issue')}
            form={(close) => <IssueCertificateForm file={file} onReload={onReload} onClose={close} />}
          />
        )
      }
    >
      {file.certificates.length === 0 ? (
        <EmptyState mark="证" title={t('certificates.none')} hint={t('certificates.noneHint')} />
      ) : (
        <DataTable caption={t('certificates.title')} columns={columns} rows={file.certificates} rowKey={(one) => one.id} />
      )}
    </Section>
  );
}
