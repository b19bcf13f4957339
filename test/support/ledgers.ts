/** Ledgers in a database of their own: one visit a row, handed in, run and taken back as people do. */
import { getImport } from '#casework/imports/find-imports';
import { reverseImport } from '#casework/imports/reverse-import';
import { runImport, type Running } from '#casework/imports/run-import';
import { startImport } from '#casework/imports/start-import';
import { takeBackImport } from '#casework/imports/take-back-import';
import { uploadImport } from '#casework/imports/upload-import';
import type { Work } from '#casework/work';
import type { StatementLine } from '#rules/imports/statement';
import { idCheckCharacter } from '#rules/shared/identifiers/resident-id';
import { Refusal } from '#rules/shared/refusal';
import { aLedger, type CellOfTest } from './a-workbook.js';
import type { TestDatabase } from './database.js';

export const undisturbed: Running = { progress: async () => undefined, signal: new AbortController().signal };

/** A resident ID number for each n below 1000. */
export function idOf(n: number): string {
  const first17 = `32050819800101${String(n).padStart(3, '0')}`;
  return first17 + idCheckCharacter(first17);
}

const VISITS = ['序号', '姓名', '性别', '身份证号', '联系电话', '慰问金(元)', '发放日期', '慰问活动', '所属区(市)', '备注'];

type More = Partial<Record<'name' | 'district' | 'remark' | 'id', CellOfTest>>;

export function visit(
  n: number,
  money: CellOfTest,
  { name = `张明${n}`, district = '姑苏区', remark, id = idOf(n) }: More = {},
): CellOfTest[] {
  return [n, name, n % 2 === 1 ? '男' : '女', id, '13400002932', money, '2012-01-05', '送温暖', district, remark];
}

export function visits(...rows: CellOfTest[][]): Promise<Buffer> {
  return aLedger('发放表', [['走访慰问发放表'], VISITS, ...rows]);
}

export async function upload(work: Work, bytes: Buffer, fileName = '走访慰问.xlsx'): Promise<string> {
  return (await uploadImport(work, { fileName, bytes })).id;
}

export async function run(work: Work, importId: string): Promise<StatementLine> {
  await startImport(work, { importId, version: (await getImport(work, { importId })).version });
  return (await runImport(work, { importId }, undisturbed))!.total;
}

export async function takeIn(work: Work, bytes: Buffer): Promise<{ id: string; total: StatementLine }> {
  const id = await upload(work, bytes);
  return { id, total: await run(work, id) };
}

export async function reverse(work: Work, importId: string): Promise<void> {
  await reverseImport(work, { importId, version: (await getImport(work, { importId })).version });
  await takeBackImport(work, { importId }, undisturbed);
}

/** What stands in the tables, past row-level security. */
export async function rowsIn({ owner }: TestDatabase, text: string, ...values: unknown[]): Promise<Record<string, unknown>[]> {
  return (await owner.query(text, values)).rows as Record<string, unknown>[];
}

/** The code with which something is refused, or none. */
export function refusalOf(doing: Promise<unknown>): Promise<string> {
  return doing.then(
    () => 'none',
    (error: unknown) => (error instanceof Refusal ? error.code : String(error)),
  );
}
