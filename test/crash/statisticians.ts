/** Statisticians: ledgers are handed in and run, month reports are asked for, again and again. */
import { setTimeout as pause } from 'node:timers/promises';
import type { Dice } from '../support/dice.js';
import { visit, visits } from '../support/ledgers.js';
import { residentNumber } from '../support/resident-number.js';
import type { Asker, Ledger } from './insisting.js';

export const ROWS_A_LEDGER = 600;
/** Yuan a row, so that a row taken in twice shows in the money too. */
export const YUAN_A_ROW = 500;
/** Beyond the people whom the clerks register. */
const FIRST_PERSON = 9_000_000;

interface ImportSeen {
  id: string;
  version: number;
  status: string;
}

export async function importerAtWork(ledger: Ledger, importer: Asker): Promise<void> {
  for (let n = 0; !ledger.over; n++) {
    const mark = ledger.mark();
    const first = FIRST_PERSON + n * ROWS_A_LEDGER;
    const rows = Array.from({ length: ROWS_A_LEDGER }, (_, i) =>
      visit(i + 1, YUAN_A_ROW, { id: residentNumber(first + i), name: `张明${(i % 9) + 1}` }),
    );
    const form = new FormData();
    form.set('file', new Blob([new Uint8Array(await visits(...rows))]), `${mark}.xlsx`);
    const made = await ledger.insist<ImportSeen>(importer, { kind: 'upload', mark }, 'POST', '/api/imports', form);
    if (made) await runToTheEnd(ledger, importer, mark, made);
  }
}

/** As the page does: start it, look again, and start it again where it stopped. */
async function runToTheEnd(ledger: Ledger, importer: Asker, mark: string, { id, version }: ImportSeen): Promise<void> {
  await ledger.insist(importer, { kind: 'run', mark }, 'POST', `/api/imports/${id}/run`, { version });
  while (!ledger.over) {
    await pause(300);
    const seen = await ledger.look<ImportSeen>(importer, `/api/imports/${id}`);
    if (!seen || seen.status === 'done') return;
  }
}

export async function reporterAtWork(ledger: Ledger, reporter: Asker, random: Dice): Promise<void> {
  while (!ledger.over) {
    const period = `2026-0${1 + random(9)}`;
    await ledger.insist(reporter, { kind: 'report', mark: period }, 'POST', '/api/reports', {
      organisationId: reporter.organisationId,
      kind: 'month',
      period,
    });
    await pause(200 + random(800));
  }
}
