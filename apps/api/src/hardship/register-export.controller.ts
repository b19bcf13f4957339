import { Body, Controller, Get, HttpStatus, Post, Query, type StreamableFile } from '@nestjs/common';
import type { z } from 'zod';
import { ExportFiles, ExportFilesInFull } from '#contract/register-export';
import { exportRegister } from '#casework/hardship/register/export-register';
import type { Work } from '#casework/work';
import { dated } from '../http/dated.js';
import { asFileStream, XLSX } from '../http/files.js';
import { Operation } from '../http/operation.js';
import { AtWork } from '../http/request.js';

@Controller('api/hardship-files/export')
export class RegisterExportController {
  @Operation('exportHardshipFiles', { needs: 'hardship.read', file: XLSX })
  @Get()
  async masked(@AtWork() work: Work, @Query({ schema: ExportFiles }) filter: z.infer<typeof ExportFiles>): Promise<StreamableFile> {
    const { fileName, content } = await exportRegister(work, dated(filter));
    return asFileStream(fileName, content, XLSX);
  }

  // A POST, because a purpose has no place in an address.
  @Operation('exportHardshipFilesInFull', { needs: 'person.reveal', status: HttpStatus.OK, file: XLSX })
  @Post()
  async full(@AtWork() work: Work, @Body({ schema: ExportFilesInFull }) body: z.infer<typeof ExportFilesInFull>): Promise<StreamableFile> {
    const { purpose, ...filter } = body;
    const { fileName, content } = await exportRegister(work, dated(filter), purpose);
    return asFileStream(fileName, content, XLSX);
  }
}
