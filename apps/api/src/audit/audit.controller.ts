import { Readable } from 'node:stream';
import { Controller, Get, Query, StreamableFile } from '@nestjs/common';
import type { z } from 'zod';
import { AuditPage, AuditVerification, FindAudit } from '#contract/audit';
import { exportAudit } from '#casework/audit/export-audit';
import { findAudit } from '#casework/audit/find-audit';
import { verifyAudit } from '#casework/audit/verify-audit';
import { today, type Work } from '#casework/work';
import { Operation } from '../http/operation.js';
import { AtWork } from '../http/request.js';

@Controller('api/audit')
export class AuditController {
  @Operation('findAudit', { needs: 'audit.read', answers: AuditPage })
  @Get()
  find(@AtWork() work: Work, @Query({ schema: FindAudit }) filter: z.infer<typeof FindAudit>) {
    return findAudit(work, filter);
  }

  @Operation('verifyAudit', { needs: 'audit.read', answers: AuditVerification })
  @Get('verification')
  verify(@AtWork() work: Work) {
    return verifyAudit(work);
  }

  @Operation('exportAudit', { needs: 'audit.export', file: 'application/x-ndjson' })
  @Get('export')
  async export(@AtWork() work: Work): Promise<StreamableFile> {
    const lines = await exportAudit(work);
    return new StreamableFile(Readable.from(lines, { objectMode: false }), {
      type: 'application/x-ndjson',
      disposition: `attachment; filename="audit-${today(work)}.jsonl"`,
    });
  }
}
