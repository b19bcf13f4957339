import type { Readable } from 'node:stream';
import { sql } from '#data/sql';
import { hardshipCauses, hardshipClasses } from '#rules/hardship/codes';
import { mayExport } from '#rules/hardship/export-limits';
import { fileStatuses } from '#rules/hardship/file-lifecycle';
import { hardshipHeads } from '#rules/imports/kinds/hardship-heads';
import { householdMembers } from '#rules/imports/kinds/household-members';
import { refuseIf } from '#rules/shared/refusal';
import { streamWorkbook, type CellValue } from '../../documents/stream-workbook.js';
import { fitting } from '../../newest.js';
import { inTransaction, mustBePermitted, today, type Work } from '../../work.js';
import { conditions, register, type HardshipFilter } from '../find-hardship-files.js';
import { memberColumns, memberRows } from './member-rows.js';
import { registerColumns, seenOf } from './register-columns.js';
import { registerRows } from './register-rows.js';

export type ExportFilter = Omit<HardshipFilter, 'cursor' | 'limit' | 'count'>;

/**
 * The register as a workbook, as the list is filtered: masked, or in full for a stated purpose where the right to reveal
 * reaches. That it was taken is on the audit trail before the first row leaves.
 */
export async function exportRegister(work: Work, asked: ExportFilter, purpose?: string): Promise<{ fileName: string; content: Readable }> {
  const full = purpose !== undefined;
  mustBePermitted(work.actor, 'hardship.read');
  if (full) mustBePermitted(work.actor, 'person.reveal');
  const filter = { ...asked, limit: 1 };
  const below = filter.organisationId ? { organisationId: filter.organisationId, on: today(work) } : undefined;
  const rows = await inTransaction(work, async (tx) => {
    const { total } = await tx.one<{ total: number }>(
      sql`SELECT count(*) AS total FROM hardship_file f WHERE ${fitting(work.actor, register, { where: conditions(work, filter), below })}`,
    );
    refuseIf(mayExport(total, full));
    tx.audit({
      type: 'hardship.exported',
      details: { rows: total, full, filters: Object.keys(asked).filter((name) => set(asked, name)), ...(full && { purpose }) },
    });
    return total;
  });
  const note = await noteOf(work, asked, rows, purpose);
  const title = hardshipHeads.zh;
  const content = streamWorkbook(
    [
      { name: title, title, note, columns: registerColumns(full), rows: values(work, filter, full) },
      // Who belongs to a household leaves only with the names.
      ...(full
        ? [{ name: householdMembers.zh, title: householdMembers.zh, note, columns: memberColumns, rows: memberRows(work, filter) }]
        : []),
    ],
    work.actor.name,
  );
  return { fileName: `${title}-${today(work)}${full ? '' : '（脱敏）'}.xlsx`, content };
}

async function* values(work: Work, filter: HardshipFilter, full: boolean): AsyncGenerator<readonly CellValue[]> {
  const columns = registerColumns(full);
  for await (const row of registerRows(work, filter)) {
    const seen = seenOf(work, row, full);
    yield columns.map(({ value }) => value(row, seen));
  }
}

const set = (asked: ExportFilter, name: string): boolean => {
  const value = (asked as Readonly<Record<string, unknown>>)[name];
  return value !== undefined && value !== '' && value !== 'all';
};

const views = { all: '', applying: '申请中', filed: '在档', mine: '我经办的', review: '应复核', ended: '已结束' } as const;

/** What was searched for may be somebody’s name or number: only that there was a search is written down. */
async function noteOf(work: Work, asked: ExportFilter, rows: number, purpose: string | undefined): Promise<string> {
  const label = (list: Readonly<Record<string, { readonly zh: string }>>, code: string | undefined): string =>
    code ? (list[code]?.zh ?? code) : '';
  const [place] = asked.organisationId
    ? await work.data.read<{ name: string }>(work.actor, sql`SELECT name FROM organisation WHERE id = ${asked.organisationId}`)
    : [];
  const filters = [
    views[asked.view ?? 'all'],
    label(fileStatuses, asked.status),
    label(hardshipClasses, asked.hardshipClass),
    label(hardshipCauses, asked.mainCause),
    place ? `${place.name}及下级` : '',
    asked.from || asked.to ? `${asked.from ?? '…'} 至 ${asked.to ?? '…'}` : '',
    asked.handlerId ? '按经办人' : '',
    asked.q?.trim() ? '按关键词' : '',
  ].filter(Boolean);
  const at = new Date(work.now.getTime() + 8 * 60 * 60 * 1000).toISOString().slice(0, 16).replace('T', ' ');
  const kind = purpose === undefined ? '姓名和号码已脱敏' : `含完整个人信息，用途：${purpose}，严禁外传`;
  return `筛选：${filters.join('；') || '全部'}　共 ${rows} 条　导出时间：${at}　导出人：${work.actor.name}　${kind}`;
}
