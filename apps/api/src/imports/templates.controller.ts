import { Controller, Get, Param } from '@nestjs/common';
import { z } from 'zod';
import { LedgerKind, TemplateList } from '#contract/imports';
import { listTemplates, templateWorkbook } from '#casework/imports/template-workbook';
import type { Work } from '#casework/work';
import { asFile, XLSX } from '../http/files.js';
import { Operation } from '../http/operation.js';
import { AtWork } from '../http/request.js';

const KindParams = z.object({ kind: LedgerKind });

/** An empty ledger of each kind, to fill in. */
@Controller('api/import-templates')
export class TemplatesController {
  @Operation('listTemplates', { needs: 'import.read', answers: TemplateList })
  @Get()
  list() {
    return listTemplates();
  }

  @Operation('downloadTemplate', { needs: 'import.read', file: XLSX })
  @Get(':kind')
  async template(@AtWork() work: Work, @Param({ schema: KindParams }) { kind }: z.infer<typeof KindParams>) {
    const { fileName, bytes } = await templateWorkbook(work, { kind });
    return asFile(fileName, bytes, XLSX);
  }
}
