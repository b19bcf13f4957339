import { sql } from '#data/sql';
import { certificateMoves } from '#rules/hardship/certificates/certificate-lifecycle';
import { inTransaction, today, type Work } from '../../work.js';
import { tellMove, type CertificateRow, type CertifiedFile } from './issue-for.js';

type Row = CertificateRow & Pick<CertifiedFile, 'holderId' | 'handlerId' | 'hardshipClass'> & { fileStatus: string };

/** 逾期未年检: certificates whose year has gone by without a check. Returns how many. */
export async function lapseCertificates(work: Work, batch = 500): Promise<number> {
  const on = today(work);
  for (let lapsed = 0; ;) {
    const done = await inTransaction(work, async (tx) => {
      const rows = await tx.rows<Row>(
        sql`SELECT c.*, f.holder_id, f.handler_id, f.hardship_class, f.status AS file_status FROM hardship_certificate c JOIN hardship_file f ON f.id = c.file_id
            WHERE c.status = 'valid' AND c.valid_until < ${on} ORDER BY c.valid_until, c.id LIMIT ${batch} FOR UPDATE OF c`,
      );
      for (const row of rows) {
        await tx.update('hardship_certificate', row, { status: certificateMoves.target('lapse') });
        tellMove(tx, work, { ...row, id: row.fileId, status: row.fileStatus }, row, 'lapse', on);
      }
      return rows.length;
    });
    lapsed += done;
    if (done < batch) return lapsed;
  }
}
