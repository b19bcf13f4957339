import { Body, Controller, Get, HttpStatus, Param, Post, Put, Query, Req } from '@nestjs/common';
import { ApiBody, ApiConsumes } from '@nestjs/swagger';
import type { z } from 'zod';
import { CorrectMapping, FindImportRows, FindImports, ImportPage, ImportRecord, LedgerRowPage, StartImport } from '#contract/imports';
import { Id, IdParams } from '#contract/shared';
import { correctMapping } from '#casework/imports/correct-mapping';
import { findImportRows } from '#casework/imports/find-import-rows';
import { findImports, getImport } from '#casework/imports/find-imports';
import { rejectedWorkbook } from '#casework/imports/rejected-workbook';
import { reverseImport } from '#casework/imports/reverse-import';
import { startImport } from '#casework/imports/start-import';
import { startTrial } from '#casework/imports/start-trial';
import { uploadImport } from '#casework/imports/upload-import';
import type { Work } from '#casework/work';
import { asFile, uploadedFile, XLSX } from '../http/files.js';
import { Operation } from '../http/operation.js';
import { BadInput } from '../http/problems.js';
import { AtWork, type FastifyRequest } from '../http/request.js';

type IdOf = z.infer<typeof IdParams>;
type Started = z.infer<typeof StartImport>;

@Controller('api/imports')
export class ImportsController {
  @Operation('findImports', { needs: 'import.read', answers: ImportPage })
  @Get()
  find(@AtWork() work: Work, @Query({ schema: FindImports }) query: z.infer<typeof FindImports>) {
    return findImports(work, query);
  }

  @Operation('uploadImport', { needs: 'import.run', status: HttpStatus.CREATED, answers: ImportRecord })
  @ApiConsumes('multipart/form-data')
  @ApiBody({
    schema: {
      type: 'object',
      required: ['file'],
      properties: { organisationId: { type: 'string', format: 'uuid' }, file: { type: 'string', format: 'binary' } },
    },
  })
  @Post()
  async upload(@AtWork() work: Work, @Req() request: FastifyRequest) {
    const { fileName, bytes, fields } = await uploadedFile(request);
    const organisationId = Id.optional().safeParse(fields['organisationId'] || undefined);
    if (!organisationId.success) throw new BadInput([{ path: ['organisationId'], message: 'not an id', code: 'invalid_format' }]);
    const { id } = await uploadImport(work, { fileName, bytes, organisationId: organisationId.data });
    return getImport(work, { importId: id });
  }

  @Operation('getImport', { needs: 'import.read', answers: ImportRecord })
  @Get(':id')
  get(@AtWork() work: Work, @Param({ schema: IdParams }) { id }: IdOf) {
    return getImport(work, { importId: id });
  }

  @Operation('correctMapping', { needs: 'import.run', answers: ImportRecord })
  @Put(':id/mapping')
  async map(
    @AtWork() work: Work,
    @Param({ schema: IdParams }) { id }: IdOf,
    @Body({ schema: CorrectMapping }) body: z.infer<typeof CorrectMapping>,
  ) {
    await correctMapping(work, { importId: id, ...body });
    return getImport(work, { importId: id });
  }

  @Operation('tryImport', { needs: 'import.run', status: HttpStatus.ACCEPTED, answers: ImportRecord })
  @Post(':id/trial')
  async try(@AtWork() work: Work, @Param({ schema: IdParams }) { id }: IdOf, @Body({ schema: StartImport }) { version }: Started) {
    await startTrial(work, { importId: id, version });
    return getImport(work, { importId: id });
  }

  @Operation('runImport', { needs: 'import.run', status: HttpStatus.ACCEPTED, answers: ImportRecord })
  @Post(':id/run')
  async run(@AtWork() work: Work, @Param({ schema: IdParams }) { id }: IdOf, @Body({ schema: StartImport }) { version }: Started) {
    await startImport(work, { importId: id, version });
    return getImport(work, { importId: id });
  }

  @Operation('reverseImport', { needs: 'import.reverse', status: HttpStatus.ACCEPTED, answers: ImportRecord })
  @Post(':id/reversal')
  async reverse(@AtWork() work: Work, @Param({ schema: IdParams }) { id }: IdOf, @Body({ schema: StartImport }) { version }: Started) {
    await reverseImport(work, { importId: id, version });
    return getImport(work, { importId: id });
  }

  @Operation('findImportRows', { needs: 'import.read', answers: LedgerRowPage })
  @Get(':id/rows')
  rows(
    @AtWork() work: Work,
    @Param({ schema: IdParams }) { id }: IdOf,
    @Query({ schema: FindImportRows }) query: z.infer<typeof FindImportRows>,
  ) {
    return findImportRows(work, { importId: id, ...query });
  }

  @Operation('downloadRejected', { needs: 'import.run', file: XLSX })
  @Get(':id/rejected')
  async rejected(@AtWork() work: Work, @Param({ schema: IdParams }) { id }: IdOf) {
    const { fileName, bytes } = await rejectedWorkbook(work, { importId: id });
    return asFile(fileName, bytes, XLSX);
  }
}
