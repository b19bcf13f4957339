import type { HardshipRecord } from '#contract/hardship';
import { consentKinds, type ConsentKind } from '#rules/hardship/household/household-members';
import { useCan } from '../../../api/use-me.js';
import { ActionButton } from '../../../kit/ActionButton.js';
import { DataTable, type Column } from '../../../kit/DataTable.js';
import { Section } from '../../../kit/Section.js';
import { StatusTag } from '../../../kit/StatusTag.js';
import { NOTHING, useWords } from '../../../kit/words.js';
import { RecordConsentsForm, WithdrawConsentForm } from './ConsentForms.js';
import type { FilePartProps } from '../file-parts.js';
import { memberName } from './member-name.js';

type Consent = HardshipRecord['consents'][number];
interface Row {
  key: string;
  name: string;
  kind: ConsentKind;
  consent: Consent | undefined;
}

/** Which papers have to be signed for whom, and which are. */
export function ConsentSection({ file, onReload }: FilePartProps) {
  const words = useWords();
  const { t, label } = words;
  const can = useCan();
  const rows: Row[] = file.members.flatMap((member) =>
    member.consentsNeeded.map((kind) => ({
      key: `${member.personId} ${kind}`,
      name: memberName(member, words),
      kind,
      consent: file.consents.find((one) => one.personId === member.personId && one.kind === kind && one.withdrawnOn === null),
    })),
  );
  const columns: Column<Row>[] = [
    {
      key: 'kind',
      title: t('consents.paper'),
      render: (row) => label(consentKinds, row.kind),
      hint: (row) => label(consentKinds, row.kind),
    },
    { key: 'name', title: t('consents.of'), width: 116, render: (row) => row.name },
    {
      key: 'state',
      title: t('fields.status'),
      width: 82,
      render: (row) => (
        <StatusTag tone={row.consent ? 'good' : 'waiting'}>{t(row.consent ? 'consents.signed' : 'consents.unsigned')}</StatusTag>
      ),
    },
    {
      key: 'on',
      title: t('consents.signedOn'),
      width: 96,
      render: (row) => <span className="number">{row.consent?.signedOn ?? NOTHING}</span>,
    },
    { key: 'by', title: t('consents.signedBy'), width: 90, render: (row) => row.consent?.signedBy ?? NOTHING },
  ];
  const record = can('hardship.record');
  return (
    <Section
      title={t('consents.title')}
      flush
      tools={
        record &&
        rows.some(({ consent }) => !consent) && (
          <ActionButton
            actions={file.actions}
            name="recordConsent"
            label={t('consents.record')}
            form={(close) => <RecordConsentsForm file={file} onReload={onReload} onClose={close} />}
          />
        )
      }
    >
      <DataTable
        caption={t('consents.title')}
        columns={columns}
        rows={rows}
        rowKey={(row) => row.key}
        actionsTitle={t('list.actions')}
        rowActions={
          record && file.consents.length > 0
            ? ({ consent, name }) =>
                consent && (
                  <ActionButton
                    actions={file.actions}
                    name="withdrawConsent"
                    label={t('consents.withdraw')}
                    about={name}
                    form={(close) => <WithdrawConsentForm file={file} consent={consent} onReload={onReload} onClose={close} />}
                  />
                )
            : undefined
        }
      />
    </Section>
  );
}
