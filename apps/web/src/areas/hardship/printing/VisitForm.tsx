import { useQuery } from '@tanstack/react-query';
import type { HardshipRecord } from '#contract/hardship';
import type { PrintedForm } from '#contract/printed-forms';
import type { VisitRecord } from '#contract/visits';
import {
  isBlank,
  visitField,
  visitFieldNames,
  visitSections,
  type VisitFieldName,
  type VisitSection,
} from '#rules/hardship/visits/visit-form';
import { maskPersonName } from '#rules/shared/identifiers/person-name';
import { formatYuan } from '#rules/shared/money';
import { keys } from '../../../api/query-keys.js';
import { getVisit } from '../../../api/visits.js';
import { QueryState } from '../../../kit/QueryState.js';
import { box, Boxes, Signatures, type Box } from './Boxes.js';
import { nameOf } from './paper-words.js';
import styles from './print.module.css';

interface Props {
  file: HardshipRecord;
  printed: PrintedForm;
}

/** 入户调查表: the newest visit, as it was filled in at the family’s home. */
export function VisitForm({ file, printed }: Props) {
  const newest = [...file.visits].sort((a, b) => (a.updatedAt < b.updatedAt ? 1 : -1))[0];
  const query = useQuery({
    queryKey: keys.record('hardship-visit', newest?.id ?? ''),
    queryFn: ({ signal }) => getVisit(newest!.id, signal),
    enabled: newest !== undefined,
  });
  if (!newest) return null;
  return <QueryState query={query}>{(visit) => <Filled file={file} printed={printed} visit={visit} />}</QueryState>;
}

/** They stand at the head and at the end of the paper. */
const elsewhere: readonly VisitFieldName[] = ['visitedOn', 'visitor1', 'visitor2', 'visitor3', 'signature', 'signedBy'];

function Filled({ file, printed, visit }: Props & { visit: VisitRecord }) {
  const values = new Map(visit.fields.map(({ name, value }) => [name, value]));
  const read = (name: VisitFieldName): string => valueWord(name, values.get(name) ?? null, file, printed);
  const visitors = visit.visitors.map(({ name }) => name);
  const signature = values.get('signature');
  return (
    <>
      <Boxes
        boxes={[
          box('申请人', nameOf(printed, file.holderId, file.holderName)),
          box('入户日期', visit.visitedOn),
          box('调查人', visitors.join('、')),
        ]}
      />
      {(Object.keys(visitSections) as VisitSection[]).map((section) => {
        const names = visitFieldNames.filter(
          (name) => visitField(name).section === section && !elsewhere.includes(name) && !isBlank(values.get(name) as never),
        );
        if (names.length === 0) return null;
        return (
          <section key={section}>
            <h2>{visitSections[section].zh}</h2>
            <Boxes boxes={filled(names.map((name) => box(visitField(name).zh, read(name), visitField(name).kind === 'prose' ? 12 : 6)))} />
          </section>
        );
      })}
      <p>入户照片 {visit.photos} 张，存于本档案附件。</p>
      {typeof signature === 'string' && signature.startsWith('data:image/') && (
        <p className={styles['ink']}>
          被访人签字：
          <img src={signature} alt="被访人签字" />
        </p>
      )}
      <Signatures
        names={[
          [
            '被访人',
            printed.full && typeof values.get('signedBy') === 'string' ? (values.get('signedBy') as string) : null,
            visit.visitedOn,
          ],
          ['调查人一', visitors[0], null],
          ['调查人二', visitors[1], null],
        ]}
      />
      {!visit.complete && <p className={styles['flag']}>【本表尚未填写完整】</p>}
    </>
  );
}

/** A box that stands alone in its line takes all of it. */
function filled(boxes: readonly Box[]): Box[] {
  let open = false;
  return boxes.map((one, at) => {
    const alone = one.span === 6 && !open && (boxes[at + 1]?.span ?? 12) === 12;
    open = one.span === 6 && !open && !alone;
    return alone ? { ...one, span: 12 } : one;
  });
}

function valueWord(
  name: VisitFieldName,
  value: VisitRecord['fields'][number]['value'],
  file: HardshipRecord,
  printed: PrintedForm,
): string {
  const { kind, codes } = visitField(name);
  if (value === null) return '';
  if (kind === 'flag') return value === true ? '是' : '否';
  if (kind === 'fen') return `${formatYuan(value as number)}元`;
  if (kind === 'choice') return codes?.[String(value)]?.zh ?? String(value);
  if (kind === 'choices') return (value as string[]).map((code) => codes?.[code]?.zh ?? code).join('、');
  if (kind === 'members')
    return (value as string[])
      .map((id) => file.members.find(({ personId }) => personId === id))
      .flatMap((member) => (member ? nameOf(printed, member.personId, member.name) : []))
      .join('、');
  if (kind === 'visitor') return (value as { name: string }).name;
  // Whoever was met is masked like everybody else.
  return name === 'metName' && !printed.full ? maskPersonName(String(value)) : String(value);
}
